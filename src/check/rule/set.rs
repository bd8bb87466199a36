//! A set of rules as bits, so that judging a device allocates nothing.

/// The most rules a set, and so a collection of rules, can hold.
pub(super) const MOST_RULES: usize = WORDS * BITS;

const WORDS: usize = 4;
const BITS: usize = 64;

/// Rules by their place in [`super::Rules`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RuleSet([u64; WORDS]);

impl RuleSet {
    /// Adds the rule at `index`; one beyond the most there can be is left out.
    pub(crate) fn insert(&mut self, index: usize) {
        if let Some(word) = self.0.get_mut(index / BITS) {
            *word |= 1 << (index % BITS);
        }
    }

    #[must_use]
    pub fn contains(&self, index: usize) -> bool {
        self.0.get(index / BITS).is_some_and(|word| word & (1 << (index % BITS)) != 0)
    }

    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0 == [0; WORDS]
    }

    /// How many rules are in the set.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// What is in this set or in the other.
    #[must_use]
    pub fn union(mut self, other: Self) -> Self {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word |= more;
        }
        self
    }

    /// What is in both sets.
    #[must_use]
    pub fn intersection(mut self, other: Self) -> Self {
        for (word, same) in self.0.iter_mut().zip(other.0) {
            *word &= same;
        }
        self
    }

    /// The places of the rules, in order.
    pub fn iter(&self) -> impl Iterator<Item = usize> {
        self.0.into_iter().enumerate().flat_map(|(word, bits)| {
            let mut left = bits;
            std::iter::from_fn(move || {
                let bit = left.trailing_zeros() as usize;
                left &= left.checked_sub(1)?;
                Some(word * BITS + bit)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_gives_back_what_was_put_in_across_its_words() {
        let mut set = RuleSet::default();
        for index in [0, 63, 64, 255, 256] {
            set.insert(index);
        }
        assert_eq!(set.iter().collect::<Vec<_>>(), [0, 63, 64, 255]);
        assert_eq!(set.len(), 4);
        assert!(set.contains(64) && !set.contains(65) && !set.contains(256));
    }
}
