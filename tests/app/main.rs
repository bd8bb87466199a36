//! The real window, headless: journeys by accessible names and by keyboard,
//! and a picture of every page.

mod bench;
mod painter;
mod pictures;
