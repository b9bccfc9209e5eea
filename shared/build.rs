//! Says what the crate is compiled from beside its sources: the migrations, which are compiled in.

fn main() {
    println!("cargo:rerun-if-changed=../migrations");
}
