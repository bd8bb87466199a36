//! `joinbench joins`: what tells the three joins apart, and which one fits.

use std::collections::BTreeMap;

use serde::Serialize;

use super::args::JoinsArgs;
use super::fail::Fail;
use super::page::Page;
use super::reply::{Exit, Reply, SCHEMA};
use crate::check::{Advice, Because, Join, JoinPath, Joins, Knowledge, Labels};

pub fn run(args: &JoinsArgs) -> Result<Reply, Fail> {
    let Knowledge { joins, labels, .. } = Knowledge::built_in()?;
    let chosen: Vec<&str> = args.situation.iter().map(|id| id.trim()).collect();
    let known = |id: &&str| joins.choices().any(|choice| choice.id == *id);
    if let Some(asked) = chosen.iter().copied().find(|id| !known(id)) {
        return Err(Fail::NoSituation { asked: asked.to_owned() });
    }
    if chosen.is_empty() {
        return Reply::new(Exit::Yes, &table_document(&joins), &table(&joins));
    }
    let advice = joins.advise(&chosen, None);
    Reply::new(Exit::Yes, &advice_document(&advice), &recommendation(&joins, &advice, &labels))
}

/// The document without a situation: the comparison and what can be chosen.
#[derive(Serialize)]
struct Table<'a> {
    schema: u32,
    joins: Vec<TableJoin<'a>>,
    situations: Vec<Choice<'a>>,
}

#[derive(Serialize)]
struct TableJoin<'a> {
    join: Join,
    title: &'a str,
    aspects: BTreeMap<&'a str, &'a [String]>,
}

#[derive(Serialize)]
struct Choice<'a> {
    id: &'a str,
    title: &'a str,
    about: &'a str,
}

fn table_document(joins: &Joins) -> Table<'_> {
    let aspects = |join| joins.aspects().iter().map(move |row| (row.id.as_str(), row.of(join)));
    let of = |join| TableJoin { join, title: joins.title(join), aspects: aspects(join).collect() };
    let choice =
        joins.choices().map(|one| Choice { id: &one.id, title: &one.title, about: &one.about });
    Table { schema: SCHEMA, joins: Join::ALL.map(of).into(), situations: choice.collect() }
}

fn table(joins: &Joins) -> String {
    let mut page = Page::default();
    for join in Join::ALL {
        page.line(joins.title(join));
        for row in joins.aspects() {
            page.hanging(&format!("  {:<21}", row.label), &row.of(join).join(". "));
        }
        page.blank();
    }
    page.line("Situations");
    let rows: Vec<[String; 2]> = joins
        .choices()
        .map(|one| [one.id.clone(), format!("{}. {}", one.title, one.about)])
        .collect();
    page.table(&rows);
    page.finish()
}

/// The document of a recommendation.
#[derive(Serialize)]
struct Recommended<'a> {
    schema: u32,
    join: Option<Join>,
    because: Vec<&'a str>,
    paths: &'a [JoinPath],
    others: Vec<OtherJoin<'a>>,
    /// Situations that are about another device.
    apart: Vec<&'a str>,
}

#[derive(Serialize)]
struct OtherJoin<'a> {
    join: Join,
    possible: bool,
    because: Vec<&'a str>,
}

fn advice_document<'a>(advice: &'a Advice<'a>) -> Recommended<'a> {
    let others = advice.others.iter().map(|other| OtherJoin {
        join: other.join,
        possible: other.possible,
        because: reasons(&other.because),
    });
    Recommended {
        schema: SCHEMA,
        join: advice.join,
        because: reasons(&advice.because),
        paths: &advice.paths,
        others: others.collect(),
        apart: advice.apart.iter().map(|one| one.id.as_str()).collect(),
    }
}

fn reasons<'a>(because: &[Because<'a>]) -> Vec<&'a str> {
    because.iter().map(|one| one.reason).collect()
}

fn recommendation(joins: &Joins, advice: &Advice<'_>, labels: &Labels) -> String {
    let mut page = Page::default();
    if let Some(join) = advice.join {
        page.line(joins.title(join));
        advice.because.iter().for_each(|one| page.hanging("  ", one.reason));
        for (step, words) in joins.words(join).into_iter().flat_map(|w| w.next.iter().enumerate()) {
            page.hanging(&format!("  {}. ", step + 1), words);
        }
    }
    for path in &advice.paths {
        let label = labels.path(*path);
        page.hanging(&format!("  By {}: ", label.title), &label.take);
    }
    for other in &advice.others {
        let verdict = if other.possible { "possible" } else { "not for this" };
        page.heading(&format!("{}, {verdict}", joins.title(other.join)));
        other.because.iter().for_each(|one| page.hanging("  ", one.reason));
    }
    for apart in &advice.apart {
        page.heading(&format!(
            "{} does not go with the rest: that is another device.",
            apart.title
        ));
    }
    page.finish()
}
