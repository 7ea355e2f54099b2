//! What a person does with a page and sees on it. Every action waits until it can be done, and a
//! failure says what was there instead.

use serde_json::{Value, json};
use thirtyfour::{By, Key, TypingData, WebElement};

use crate::play::OrFail;
use crate::tablet::Tablet;
use crate::wait::until;

const LOCATE: &str = include_str!("locate.js");

/// Everything written on the page, as a person reads it: in one line, single spaces.
const READ: &str = "return document.body.innerText.replace(/\\s+/g, ' ').trim();";

/// What has the keyboard's attention: its label, or the words on it.
const FOCUSED: &str = "
    const it = document.activeElement;
    const label = it.getAttribute('aria-label') ?? it.labels?.[0]?.innerText ?? it.innerText;
    return (label ?? '').replace(/\\s+/g, ' ').trim();";

/// Whether an element is in the same place two frames later.
const HOLDS_STILL: &str = "
    const [element, done] = arguments;
    const place = () => { const { x, y, width, height } = element.getBoundingClientRect(); return [x, y, width, height].join(); };
    const before = place();
    requestAnimationFrame(() => requestAnimationFrame(() => done(place() === before)));";

/// The program opens the browser's own dialog for files: here its field is put on the page instead.
const SHOW_FIELD: &str = "HTMLInputElement.prototype.click = function () {
    if (this.type === 'file') { this.id = 'chosen-file'; document.body.append(this); }
};";

/// In how many steps of the Tab key anything on a page must be reachable.
const TAB_STEPS: usize = 200;

impl Tablet {
    /// Opens an address and waits until it has loaded.
    pub(crate) async fn go(&self, address: &str) {
        self.session().goto(address).await.or_fail(&format!("opening {address}"));
    }

    /// Loads the page again, as the browser's own button does. WebDriver's own reload is a forced
    /// one in Firefox, which goes past the service worker.
    pub(crate) async fn reload(&self) {
        self.script("window.isOld = true; location.reload();", vec![]).await.or_fail("reloading");
        until(async || {
            let loaded = "return !window.isOld && document.readyState === 'complete';";
            match self.script(loaded, vec![]).await? {
                Value::Bool(true) => Ok(()),
                _ => Err("the old page is still there".to_owned()),
            }
        })
        .await
        .or_fail("waiting for the page to load again");
    }

    /// Presses the button, link, tab, checkbox or the like that says exactly this, or that begins
    /// with it when it ends in "…".
    pub(crate) async fn press(&self, name: &str) {
        self.press_found(name, None).await;
    }

    /// The same inside the row, card, fieldset or dialog of this title.
    pub(crate) async fn press_within(&self, title: &str, name: &str) {
        self.press_found(name, Some(title)).await;
    }

    /// Presses without waiting; the error says why it could not be done just now.
    pub(crate) async fn try_to_press(&self, name: &str, within: Option<&str>) -> Result<(), String> {
        let found = self.locate("pressable", name, within).await?;
        self.try_to_hit(found).await
    }

    /// Presses the first element that a selector finds, once it holds still.
    pub(crate) async fn press_first(&self, selector: &str) {
        until(async || {
            let found = self.session().find(By::Css(selector)).await.map_err(reason)?;
            self.try_to_hit(found).await
        })
        .await
        .or_fail(&format!("pressing the first {selector}"));
    }

    async fn try_to_hit(&self, found: WebElement) -> Result<(), String> {
        self.holds_still(&found).await?;
        let element = found.to_json().map_err(reason)?;
        self.script(LISTEN, vec![element]).await?;
        found.click().await.map_err(reason)?;
        // A page that was left cannot be asked any more: then it was hit.
        match self.script(MISSED, vec![]).await {
            Ok(Value::Bool(true)) => Err("the page moved, and the press went elsewhere".to_owned()),
            Ok(_) | Err(_) => Ok(()),
        }
    }

    /// Empties the field with this label and types into it, until it holds just that: a page that is drawn anew between
    /// the two puts back what the field held.
    pub(crate) async fn type_into(&self, label: &str, text: &str) {
        until(async || {
            let field = self.locate("field", label, None).await?;
            field.clear().await.map_err(reason)?;
            field.send_keys(text).await.map_err(reason)?;
            match field.value().await.map_err(reason)? {
                Some(held) if held == text => Ok(()),
                held => Err(format!("the field holds {held:?}")),
            }
        })
        .await
        .or_fail(&format!("typing into \"{label}\""));
    }

    /// Chooses what is offered by these words in the list with this label.
    pub(crate) async fn choose(&self, label: &str, option: &str) {
        until(async || {
            let list = self.locate("field", label, None).await?;
            let path = format!("./option[normalize-space()='{option}']");
            let option = list.find(By::XPath(path)).await.map_err(reason)?;
            option.click().await.map_err(reason)
        })
        .await
        .or_fail(&format!("choosing \"{option}\" in \"{label}\""));
    }

    /// Presses a control that asks for files, and chooses some, as a person would in the browser's dialog: nobody can press
    /// that here, so the field behind it is put on the page.
    pub(crate) async fn hand_over(&self, control: &str, paths: &[String]) {
        let remove = "document.getElementById('chosen-file')?.remove();";
        self.script(&format!("{remove}{SHOW_FIELD}"), vec![]).await.or_fail("making the field for files visible");
        self.press(control).await;
        let field = self.see_element("#chosen-file").await;
        field.send_keys(paths.join("\n")).await.or_fail("choosing the files");
        self.script(remove, vec![]).await.or_fail("taking the field off the page again");
    }

    /// Waits until these words stand on the page.
    pub(crate) async fn see(&self, words: &str) {
        until(async || {
            let page = self.read().await?;
            if page.contains(words) { Ok(()) } else { Err(format!("the page says: {page}")) }
        })
        .await
        .or_fail(&format!("looking for \"{words}\""));
    }

    /// Waits until these words no longer stand on the page.
    pub(crate) async fn see_no(&self, words: &str) {
        until(async || {
            let page = self.read().await?;
            if page.contains(words) { Err(format!("the page says: {page}")) } else { Ok(()) }
        })
        .await
        .or_fail(&format!("waiting for \"{words}\" to go"));
    }

    /// Waits until an element that fits this CSS selector is there, for states that have no words.
    pub(crate) async fn see_element(&self, selector: &str) -> WebElement {
        until(async || self.session().find(By::Css(selector)).await).await.or_fail(&format!("looking for {selector}"))
    }

    /// Moves on with the Tab key until the control of this label has the focus.
    pub(crate) async fn tab_to(&self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..TAB_STEPS {
            self.keys(Key::Tab).await;
            let focused = self.focused().await;
            if focused == name {
                return;
            }
            passed.push(focused);
        }
        panic!("the Tab key never reached \"{name}\"; it passed {passed:?}");
    }

    /// What has the keyboard's attention, by its label or its words.
    pub(crate) async fn focused(&self) -> String {
        match self.script(FOCUSED, vec![]).await.or_fail("asking what has the focus") {
            Value::String(words) => words,
            other => panic!("the focus is on {other}"),
        }
    }

    /// Presses keys on whatever has the focus.
    pub(crate) async fn keys(&self, keys: impl Into<TypingData>) {
        let chain = self.session().action_chain().send_keys(keys);
        chain.perform().await.or_fail("pressing keys");
    }

    /// Runs JavaScript in the page; `return` gives the answer, `arguments` has what is passed in.
    pub(crate) async fn script(&self, script: &str, arguments: Vec<Value>) -> Result<Value, String> {
        let answer = self.session().execute(script, arguments).await.map_err(reason)?;
        Ok(answer.json().clone())
    }

    /// Runs the body of an async function in the page and waits for what it returns.
    pub(crate) async fn promise(&self, body: &str) -> Result<Value, String> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async () => {{ {body} }})().then(
                (good) => done({{ good }}), (bad) => done({{ bad: String(bad) }}));"
        );
        let answer = self.session().execute_async(script, vec![]).await.map_err(reason)?;
        match answer.json().get("bad") {
            Some(bad) => Err(bad.to_string()),
            None => Ok(answer.json().get("good").cloned().unwrap_or(Value::Null)),
        }
    }

    /// Waits until the service worker answers for this page, so that the network may go.
    pub(crate) async fn ready_for_offline(&self) {
        until(async || match self.script("return navigator.serviceWorker.controller !== null;", vec![]).await? {
            Value::Bool(true) => Ok(()),
            _ => Err("the page has no service worker".to_owned()),
        })
        .await
        .or_fail("waiting until the app is stored on the device");
    }

    /// A driver aims first and presses then: what moves in between is missed, as a person would not.
    async fn holds_still(&self, element: &WebElement) -> Result<(), String> {
        let element = element.to_json().map_err(reason)?;
        match self.session().execute_async(HOLDS_STILL, vec![element]).await.map_err(reason)?.json() {
            Value::Bool(true) => Ok(()),
            _ => Err("it is still moving".to_owned()),
        }
    }

    async fn press_found(&self, name: &str, within: Option<&str>) {
        until(async || self.try_to_press(name, within).await).await.or_fail(&format!("pressing \"{name}\""));
    }

    async fn locate(&self, kind: &str, name: &str, within: Option<&str>) -> Result<WebElement, String> {
        let arguments = vec![json!(kind), json!(name), json!(within)];
        let answer = self.session().execute(LOCATE, arguments).await.map_err(reason)?;
        match answer.json() {
            Value::String(why_not) => Err(why_not.clone()),
            _ => answer.element().map_err(reason),
        }
    }

    async fn read(&self) -> Result<String, String> {
        match self.script(READ, vec![]).await? {
            Value::String(words) => Ok(words),
            other => Err(format!("the page says {other}")),
        }
    }
}

/// Waits for a press to arrive at an element, and says afterwards whether it did not.
const LISTEN: &str = "
    window.pressMissed = true;
    arguments[0].addEventListener('click', () => { window.pressMissed = false; }, { once: true, capture: true });";
const MISSED: &str = "return window.pressMissed === true";

/// The first line of a driver's complaint; what follows is the driver's own stack.
fn reason(error: impl std::fmt::Display) -> String {
    error.to_string().lines().next().unwrap_or_default().to_owned()
}
