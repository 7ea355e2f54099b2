//! Accessibility, as far as a program can judge it: axe-core with every rule on.

use std::fs;

use serde_json::Value;

use crate::play::{OrFail, setting};
use crate::tablet::Tablet;

/// Every rule that axe has, also those that are off by default and those that are experiments.
const RUN: &str = "
    const rules = Object.fromEntries(axe.getRules().map(({ ruleId }) => [ruleId, { enabled: true }]));
    const { violations } = await axe.run(document, { rules, resultTypes: ['violations'] });
    return violations.flatMap(({ id, help, helpUrl, nodes }) =>
      nodes.map(({ target, html, failureSummary }) =>
        `${id}: ${help}\\n  ${target.join(' ')}\\n  ${html}\\n  ${failureSummary}\\n  ${helpUrl}`));";

impl Tablet {
    /// Fails with every violation on the page as it is now; `page` names it in the failure.
    pub(crate) async fn is_accessible(&self, page: &str) {
        let violations = self.violations().await;
        assert!(
            violations.is_empty(),
            "{page} has {} accessibility violations:\n{}",
            violations.len(),
            violations.join("\n")
        );
    }

    /// Every violation on the page as it is now: the rule, the element, what to do.
    pub(crate) async fn violations(&self) -> Vec<String> {
        let axe = fs::read_to_string(setting("THROUGHLINE_AXE")).or_fail("reading axe");
        self.script(&axe, vec![]).await.or_fail("bringing axe into the page");
        match self.promise(RUN).await.or_fail("running axe") {
            Value::Array(found) => found.iter().map(|one| one.as_str().unwrap_or("?").to_owned()).collect(),
            other => panic!("axe answered {other}"),
        }
    }
}
