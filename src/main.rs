//! The browser's entry.

fn main() {
    throughline::app::start();
}
