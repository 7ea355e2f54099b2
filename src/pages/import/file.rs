use yew::prelude::*;

use super::Page;
use crate::components::{Button, ButtonKind, Choice, Panel, SelectField, TextField};
use crate::state::ImportStep;

impl Page<'_> {
    /// Whose visits, what they come from, and the file.
    pub(super) fn file(&self) -> Html {
        let (text, now) = (self.text, self.now);
        let chosen = now.file.is_some() && now.look.is_some();
        let schools = self.app.model.documents.district.as_ref().map_or(&[][..], |district| &district.schools);
        let options: Vec<_> =
            schools.iter().map(|school| Choice::new(school.id.to_string(), school.name.clone())).collect();
        let ready = !now.source.trim().is_empty() && now.school.is_some() && now.busy.is_none();
        html! {
            <Panel id="import-file" title={text.get("import-file")}>
                <div class="form-row">
                    <SelectField
                        id="import-school"
                        label={text.get("narrow-school")}
                        hint={text.get("import-school-hint")}
                        value={now.school.as_ref().map_or_else(String::new, ToString::to_string)}
                        {options}
                        disabled={chosen}
                        on_change={self.on(|school: AttrValue| ImportStep::School(school.as_str().into()))}
                    />
                    <TextField
                        id="import-source"
                        label={text.get("import-source")}
                        hint={text.get("import-source-hint")}
                        value={now.source.clone()}
                        disabled={chosen}
                        autocomplete="off"
                        on_input={self.on(|source: AttrValue| ImportStep::Name(source.to_string()))}
                    />
                </div>
                <div class="cluster">
                    if chosen {
                        <span class="strong">{ now.file.clone() }</span>
                        <Button on_press={self.on(|()| ImportStep::Over)}>{ text.get("import-over") }</Button>
                    } else {
                        <Button
                            kind={ButtonKind::Primary}
                            disabled={!ready}
                            on_press={self.on(|()| ImportStep::Choose)}
                        >{ text.get("import-choose") }</Button>
                        <span class="muted">
                            { text.get(if ready { "import-kinds" } else { "import-source-first" }) }
                        </span>
                    }
                </div>
                { self.sheets() }
            </Panel>
        }
    }

    /// The sheets of a workbook that has several.
    fn sheets(&self) -> Html {
        let Some(look) = self.now.look.as_ref().filter(|look| look.sheets.len() > 1) else {
            return Html::default();
        };
        let options: Vec<_> = look.sheets.iter().map(|name| Choice::new(name.clone(), name.clone())).collect();
        html! {
            <SelectField
                id="import-sheet"
                label={self.text.get("import-sheet")}
                value={look.sheet.clone().unwrap_or_default()}
                {options}
                on_change={self.on(|sheet: AttrValue| ImportStep::Sheet(sheet.to_string()))}
            />
        }
    }
}
