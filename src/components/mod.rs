//! The parts screens are made of: data in, events out.
//!
//! No storage, no context and no browser calls here, so every part is drawn and tested natively. All text arrives
//! translated. State reaches the stylesheet as attributes (`data-standing`, `aria-pressed`), and each part's rules
//! stand in `styles/components/` under the part's own name.
//!
//! Three things a component cannot do without the browser are left to `browser/`: moving the focus into an opened
//! [`Dialog`] (to its `[autofocus]`) and back, keeping the page behind it inert ([`Shell`] has the attribute), and
//! taking over clicks on plain `<a href>` links.

mod choice;
mod icon;

// The frame around a page.
mod banner;
mod empty_state;
mod error_state;
mod key_values;
mod page_head;
mod panel;
mod progress;
mod rail;
mod shell;
mod skeleton;
mod status_line;

// Things to press and fill in.
mod button;
mod checkbox;
mod chip;
mod confirm_button;
mod counter;
mod dialog;
mod field;
mod filter_select;
mod rating_scale;
mod search_field;
mod segmented;
mod snapshot_entry;
mod stepper;
mod switch;
mod tabs;
mod timer_button;
mod toast;

// The recorder.
mod dock;
mod fold;
mod look_for_row;
mod recorder_foot;
mod recorder_head;

// Observed against expected.
mod band;
mod compare_row;
mod data_table;
mod row_details;
mod standing_mark;

// Over time, and side by side.
mod heat_map;
mod trend_card;
mod trend_chart;
mod week_bars;

// Lists.
mod classroom_card;
mod key_figures;
mod list_frame;
mod virtual_list;
mod visit_row;

pub use band::{Band, BandMark, BandProps, Direction};
pub use banner::{Banner, BannerKind, BannerProps};
pub use button::{Button, ButtonKind, ButtonLink, ButtonLinkProps, ButtonProps};
pub use checkbox::{Checkbox, CheckboxProps};
pub use chip::{Chip, ChipProps};
pub use choice::Choice;
pub use classroom_card::{ClassroomCard, ClassroomCardProps};
pub use compare_row::{CompareAxis, CompareAxisProps, CompareRow, CompareRowProps};
pub use confirm_button::{ConfirmButton, ConfirmButtonProps};
pub use counter::{Counter, CounterProps};
pub use data_table::{Column, DataTable, DataTableProps};
pub use dialog::{Dialog, DialogKind, DialogProps};
pub use dock::{Dock, DockItem, DockItemProps, DockProps, DockSide};
pub use empty_state::{EmptyState, EmptyStateProps};
pub use error_state::{ErrorState, ErrorStateProps};
pub use field::{InputKind, SelectField, SelectFieldProps, TextArea, TextAreaProps, TextField, TextFieldProps};
pub use filter_select::{FilterSelect, FilterSelectProps};
pub use fold::{Fold, FoldProps};
pub use heat_map::{HeatCell, HeatColumn, HeatLine, HeatMap, HeatMapProps, Sorted};
pub use icon::{Icon, IconMark, IconProps};
pub use key_figures::{KeyFigure, KeyFigures, KeyFiguresProps};
pub use key_values::{KeyValue, KeyValues, KeyValuesProps};
pub use list_frame::{ListFrame, ListFrameProps};
pub use look_for_row::{LookForGroup, LookForGroupProps, LookForRow, LookForRowProps};
pub use page_head::{PageHead, PageHeadProps};
pub use panel::{Panel, PanelProps};
pub use progress::{Progress, ProgressProps};
pub use rail::{NavItem, Rail, RailProps};
pub use rating_scale::{RatingLevel, RatingScale, RatingScaleProps};
pub use recorder_foot::{RecorderFoot, RecorderFootProps};
pub use recorder_head::{RecorderHead, RecorderHeadProps};
pub use row_details::{RowDetails, RowDetailsProps};
pub use search_field::{SearchField, SearchFieldProps};
pub use segmented::{Segmented, SegmentedProps};
pub use shell::{Shell, ShellProps};
pub use skeleton::{Skeleton, SkeletonProps};
pub use snapshot_entry::{SnapshotEntry, SnapshotEntryProps, SnapshotWords};
pub use standing_mark::{Shape, StandingMark, StandingMarkProps};
pub use status_line::{Status, StatusLine, StatusLineProps};
pub use stepper::{Stepper, StepperProps};
pub use switch::{Switch, SwitchProps};
pub use tabs::{Tab, Tabs, TabsProps};
pub use timer_button::{Running, RunningProps, TimerButton, TimerButtonProps};
pub use toast::{Toast, ToastProps};
pub use trend_card::{TrendCard, TrendCardProps};
pub use trend_chart::{ChartMark, ChartPoint, ChartStep, TrendChart, TrendChartProps};
pub use virtual_list::{VirtualList, VirtualListProps, Window};
pub use visit_row::{VisitRow, VisitRowProps, VisitRowState};
pub use week_bars::{WeekBar, WeekBars, WeekBarsProps};

/// ARIA and data attributes want the words, not presence or absence.
const fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}
