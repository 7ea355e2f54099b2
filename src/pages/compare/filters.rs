use domain::compare::{Order, Selection};
use yew::prelude::*;

use super::Page;
use crate::components::{Chip, Choice, FilterSelect};
use crate::pages::narrow::Narrow;
use crate::route::{CompareView, Route};
use crate::state::Command;

impl Page<'_> {
    /// Every filter stands in the address: to choose is to go there.
    pub(super) fn filters(&self) -> Html {
        let (app, view) = (self.app, self.props.view);
        let text = &app.model.text;
        let narrow = Narrow {
            prefix: "",
            text,
            offered: self.offered,
            selection: &self.props.selection,
            today: app.model.today(),
            on_change: app.on(move |selection| Command::Go(Route::Compare(selection, view))),
        };
        html! {
            <div class="filters" role="group" aria-label={text.get("narrow-label")}>
                { narrow.school() }
                { narrow.when() }
                { narrow.grade() }
                { narrow.subject() }
                { narrow.strand() }
                { narrow.autonomy() }
                { narrow.flags() }
                { narrow.imported() }
                if !self.offered.groups.is_empty() {
                    { narrow.group() }
                }
                { self.order() }
                if self.props.selection != Selection::default() {
                    <Chip
                        label={text.get("narrow-clear")}
                        on_press={app.on(move |()| Command::Go(Route::Compare(Selection::default(), view)))}
                    />
                }
            </div>
        }
    }

    fn order(&self) -> Html {
        let (app, view, selection) = (self.app, self.props.view, self.props.selection.clone());
        let text = &app.model.text;
        let options = vec![
            Choice::new(STRAND, text.get("compare-order-strand")),
            Choice::new(GAP, text.get("compare-order-gap")),
        ];
        let value = match view.order {
            Order::Strand => STRAND,
            Order::LargestGap => GAP,
        };
        let on_change = app.on(move |value: AttrValue| {
            let order = if value == GAP { Order::LargestGap } else { Order::Strand };
            Command::Go(Route::Compare(selection.clone(), CompareView { order, ..view }))
        });
        html! { <FilterSelect id="compare-order" label={text.get("compare-order")} {value} {options} {on_change} /> }
    }
}

const STRAND: &str = "strand";
const GAP: &str = "gap";
