use std::ops::Deref;
use std::rc::Rc;

/// Something shared that is the same only when it is the very same thing: comparing costs one pointer, so that sixty
/// rows can tell that nothing of theirs has changed.
#[derive(Debug)]
pub struct Same<T>(Rc<T>);

impl<T> Same<T> {
    /// Shares a thing from now on.
    #[must_use]
    pub fn new(thing: T) -> Self {
        Self(Rc::new(thing))
    }

    /// Shares what is shared already: the same thing.
    #[must_use]
    pub fn of(thing: &Rc<T>) -> Self {
        Self(Rc::clone(thing))
    }
}

impl<T> Clone for Same<T> {
    fn clone(&self) -> Self {
        Self::of(&self.0)
    }
}

impl<T> PartialEq for Same<T> {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Deref for Same<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.0
    }
}
