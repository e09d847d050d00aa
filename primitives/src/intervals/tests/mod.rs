//! | file | holds |
//! |---|---|
//! | [`memory`] | a store in memory, which counts reads and writes |
//! | [`acts`] | what each act does, and when it is refused |
//! | [`limits`] | the ends of the numbers |
//! | [`model`] | the naive model: one record per unit |
//! | [`sequences`] | random acts, against the model |
//! | [`costs`] | what an act costs, however often the instrument was split |

mod acts;
mod costs;
mod limits;
mod memory;
mod model;
mod sequences;
