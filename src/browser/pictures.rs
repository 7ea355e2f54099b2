//! A chart on the page as a picture in a file.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    CanvasRenderingContext2d, Document, Element, HtmlCanvasElement, HtmlImageElement, Window, XmlSerializer,
};

use yew::NodeRef;

use super::files;

/// What a stylesheet gives a chart, and a picture must carry by itself.
const LOOKS: [&str; 8] = [
    "fill",
    "stroke",
    "stroke-width",
    "stroke-dasharray",
    "font-size",
    "font-weight",
    "font-family",
    "font-variant-numeric",
];

const SVG: &str = "http://www.w3.org/2000/svg";
/// Around the chart, and for each line of words over it, in pixels.
const MARGIN: f64 = 16.0;
const LINE: f64 = 24.0;
/// A PNG has so many dots a pixel, to be sharp on paper.
const DOTS: f64 = 2.0;

/// A picture that can be saved.
struct Drawn {
    svg: String,
    width: f64,
    height: f64,
}

/// Saves the chart in `holder` as it is drawn now, as SVG, with lines of words over it. Without a chart nothing
/// happens.
pub fn save_svg(name: &str, lines: &[String], chart: &NodeRef) {
    if let Ok(drawn) = draw(lines, chart) {
        files::save(&format!("{name}.svg"), "image/svg+xml", &drawn.svg);
    }
}

/// The same as PNG.
pub async fn save_png(name: &str, lines: &[String], chart: &NodeRef) {
    if let Ok(drawn) = draw(lines, chart)
        && let Ok(address) = dots(&drawn).await
    {
        files::offer_address(&format!("{name}.png"), &address);
    }
}

fn draw(lines: &[String], holder: &NodeRef) -> Result<Drawn, JsValue> {
    let holder: Element = holder.cast().ok_or(JsValue::NULL)?;
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let chart = holder.query_selector("svg")?.ok_or(JsValue::NULL)?;
    let place = chart.get_bounding_client_rect();
    let head = MARGIN + LINE * lines.len() as f64;
    let (width, height) = (place.width() + 2.0 * MARGIN, place.height() + head + MARGIN);

    let picture = element(&document, "svg", &[("width", width), ("height", height)])?;
    let paper = element(&document, "rect", &[("width", width), ("height", height)])?;
    let style = window.get_computed_style(&holder)?.ok_or(JsValue::NULL)?;
    paper.set_attribute("fill", &style.get_property_value("--card")?)?;
    picture.append_child(&paper)?;
    for (number, words) in lines.iter().enumerate() {
        let line = element(&document, "text", &[("x", MARGIN), ("y", MARGIN + LINE * (number as f64 + 0.6))])?;
        line.set_attribute("fill", &style.get_property_value("--ink")?)?;
        line.set_attribute("font-family", &style.get_property_value("font-family")?)?;
        line.set_attribute("font-weight", if number == 0 { "600" } else { "400" })?;
        line.set_text_content(Some(words));
        picture.append_child(&line)?;
    }
    let copy: Element = chart.clone_node_with_deep(true)?.unchecked_into();
    carry_looks(&window, &chart, &copy)?;
    for (attribute, value) in [("x", MARGIN), ("y", head), ("width", place.width()), ("height", place.height())] {
        copy.set_attribute(attribute, &value.to_string())?;
    }
    picture.append_child(&copy)?;
    Ok(Drawn { svg: XmlSerializer::new()?.serialize_to_string(&picture)?, width, height })
}

fn element(document: &Document, kind: &str, numbers: &[(&str, f64)]) -> Result<Element, JsValue> {
    let element = document.create_element_ns(Some(SVG), kind)?;
    for (attribute, number) in numbers {
        element.set_attribute(attribute, &number.to_string())?;
    }
    Ok(element)
}

/// Writes into every part of the copy how the same part of the chart looks.
fn carry_looks(window: &Window, chart: &Element, copy: &Element) -> Result<(), JsValue> {
    let (parts, copies) = (chart.query_selector_all("*")?, copy.query_selector_all("*")?);
    for at in 0..parts.length() {
        let (Some(part), Some(same)) = (parts.get(at), copies.get(at)) else { continue };
        let (part, same): (Element, Element) = (part.unchecked_into(), same.unchecked_into());
        let Some(style) = window.get_computed_style(&part)? else { continue };
        for look in LOOKS {
            same.set_attribute(look, &style.get_property_value(look)?)?;
        }
    }
    Ok(())
}

/// The picture as the address of a PNG.
async fn dots(drawn: &Drawn) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    let written = String::from(js_sys::encode_uri_component(&drawn.svg));
    image.set_src(&format!("data:image/svg+xml;charset=utf-8,{written}"));
    JsFuture::from(image.decode()).await?;
    let document = web_sys::window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.unchecked_into();
    canvas.set_width((drawn.width * DOTS).ceil() as u32);
    canvas.set_height((drawn.height * DOTS).ceil() as u32);
    let context: CanvasRenderingContext2d = canvas.get_context("2d")?.ok_or(JsValue::NULL)?.unchecked_into();
    context.scale(DOTS, DOTS)?;
    context.draw_image_with_html_image_element(&image, 0.0, 0.0)?;
    canvas.to_data_url_with_type("image/png")
}
