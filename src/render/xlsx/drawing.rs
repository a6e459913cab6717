//! What a chart looks like: series differ in grey too, by darkness, strokes and marks.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartDataLabelPosition, ChartEmptyCells, ChartFont, ChartFormat,
    ChartLegendPosition, ChartLine, ChartLineDashType, ChartMarker, ChartMarkerType, ChartSeries,
    ChartSolidFill, ChartType, ObjectMovement,
};

use super::super::workbook::{FONT, cut, safe};
use super::style::DARK;
use crate::exact::Exact;
use crate::report::document::{self, ChartKind};
use crate::text::{self, Figure, Lang, Text, Words};

/// The decimals of figures.
pub(super) const DECIMALS: u32 = 2;
/// With more figures they would run into one another.
const MOST_LABELLED: usize = 30;
/// The longest text in place of a chart, in UTF-16 units.
const LONGEST_ALT: usize = 255;
/// The rules behind bars and lines.
const PALE: u32 = 0xD9_D9_D9;

/// How series differ.
const LOOKS: [(u32, ChartLineDashType, ChartMarkerType); 4] = [
    (DARK, ChartLineDashType::Solid, ChartMarkerType::Circle),
    (0xC0_6A_14, ChartLineDashType::Dash, ChartMarkerType::Square),
    (0x8A_A8_C8, ChartLineDashType::SquareDot, ChartMarkerType::Triangle),
    (0x5F_5F_5F, ChartLineDashType::LongDash, ChartMarkerType::Diamond),
];

/// Where the figures of a chart stand.
pub(super) struct Figures<'n> {
    /// The name of the sheet.
    pub(super) sheet: &'n str,
    /// The column of the labels; the series follow.
    pub(super) label: u16,
    /// The first row of figures; the names of the series stand above.
    pub(super) first: u32,
    pub(super) last: u32,
}

/// A chart of figures in a sheet.
pub(super) fn draw(chart: &document::Chart, figures: &Figures, lang: Lang) -> Chart {
    let mut drawn = Chart::new(match chart.kind {
        ChartKind::Bars => ChartType::Column,
        ChartKind::Lines => ChartType::Line,
    });
    drawn.set_object_movement(ObjectMovement::MoveButDontSizeWithCells);
    drawn.show_empty_cells_as(ChartEmptyCells::Gaps).show_hidden_data();
    let title = safe(chart.title.get(lang), lang).replace('\n', " ");
    // What begins with `=` would be the place of a title.
    let title = if title.starts_with('=') { format!(" {title}") } else { title };
    drawn.title().set_name(title.as_str()).set_font(font(12).set_bold());
    drawn.set_alt_text(cut(&alternative(chart, lang), LONGEST_ALT, "…"));
    axes(&mut drawn, chart);
    let Figures { sheet, label, first, last } = *figures;
    let labelled = chart.labels.len().saturating_mul(chart.series.len()) <= MOST_LABELLED;
    for (place, column) in (0..chart.series.len()).zip(label + 1..) {
        let series = drawn.add_series();
        series.set_name((sheet, first - 1, column));
        series.set_categories((sheet, first, label, last, label));
        series.set_values((sheet, first, column, last, column));
        look(series, chart.kind, place);
        if labelled {
            let mut label = ChartDataLabel::new();
            label.show_value().set_font(&font(10)).set_position(match chart.kind {
                ChartKind::Bars => ChartDataLabelPosition::OutsideEnd,
                ChartKind::Lines => ChartDataLabelPosition::Above,
            });
            series.set_data_label(&label);
        }
    }
    match chart.series.len() {
        1 => drawn.legend().set_hidden(),
        _ => drawn.legend().set_position(ChartLegendPosition::Bottom).set_font(&font(10)),
    };
    drawn
}

fn look(series: &mut ChartSeries, kind: ChartKind, place: usize) {
    let (colour, dash, mark) = LOOKS[place % LOOKS.len()];
    let mut fill = ChartSolidFill::new();
    fill.set_color(colour);
    match kind {
        ChartKind::Bars => {
            series.set_format(ChartFormat::new().set_solid_fill(&fill)).set_gap(60);
        }
        ChartKind::Lines => {
            let mut line = ChartLine::new();
            line.set_color(colour).set_width(2.25).set_dash_type(dash);
            let mut marker = ChartMarker::new();
            marker.set_type(mark).set_size(7);
            marker.set_format(ChartFormat::new().set_solid_fill(&fill));
            series.set_format(ChartFormat::new().set_line(&line)).set_marker(&marker);
        }
    }
}

fn axes(drawn: &mut Chart, chart: &document::Chart) {
    drawn.x_axis().set_font(&font(10));
    let axis = drawn.y_axis().set_font(&font(10)).set_min(0);
    axis.set_major_gridlines_line(ChartLine::new().set_color(PALE));
    let most = chart.most.as_ref().and_then(Exact::to_i64);
    if let Some(most) = most.and_then(|most| i32::try_from(most).ok()) {
        axis.set_max(most);
    }
}

fn font(size: u8) -> ChartFont {
    let mut font = ChartFont::new();
    font.set_name(FONT).set_size(size);
    font
}

/// What a chart says, for those who cannot see it.
fn alternative(chart: &document::Chart, lang: Lang) -> String {
    let series = chart.series.iter().map(|series| {
        let figure = |figure: &Option<Exact>| match figure {
            Some(number) => Text::same(Figure::new(number, DECIMALS).words(lang)),
            None => text::no_figure(),
        };
        let pairs = chart.labels.iter().zip(&series.values);
        let pairs =
            pairs.map(|(label, value)| format!("{} {}", label.get(lang), figure(value).get(lang)));
        format!("{}: {}", series.name.get(lang), pairs.collect::<Vec<String>>().join("; "))
    });
    let figures = series.collect::<Vec<String>>().join(". ");
    let words = match chart.kind {
        ChartKind::Bars => text::chart_bars_say(&chart.title, figures),
        ChartKind::Lines => text::chart_lines_say(&chart.title, figures),
    };
    safe(words.get(lang), lang).replace('\n', " ")
}
