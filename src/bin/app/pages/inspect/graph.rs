//! Who issued whom, drawn: roots on the left, what they issued to the right of them.

use super::rows::name;
use crate::texts::Texts;
use crate::wording;
use certwright::engine::ItemSummary;
use certwright::pki::inspect::Relations;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use yew::prelude::*;

/// A picture of more certificates than this shows nothing.
const MOST: usize = 60;
const WIDTH: usize = 210;
const HEIGHT: usize = 40;
const GAP_X: usize = 60;
const GAP_Y: usize = 16;
/// How many characters of a name fit into a box.
const LETTERS: usize = 26;

/// The picture; nothing where there is nothing to draw, or too much. The lists beside it say the same in words.
pub fn graph(
    texts: &Texts,
    items: &HashMap<u32, &ItemSummary>,
    found: &Relations,
    onchoose: &Callback<u32>,
) -> Html {
    let edges: Vec<(u32, u32, bool)> = found
        .issued
        .iter()
        .filter(|it| it.issuer != it.subject)
        .map(|it| (it.issuer, it.subject, it.is_proved))
        .collect();
    let nodes: BTreeSet<u32> = edges
        .iter()
        .flat_map(|(from, to, _)| [*from, *to])
        .collect();
    if nodes.is_empty() || nodes.len() > MOST {
        return Html::default();
    }
    let places = places(&nodes, &edges);
    let columns = places
        .values()
        .map(|(column, _)| column + 1)
        .max()
        .unwrap_or(1);
    let rows = places.values().map(|(_, row)| row + 1).max().unwrap_or(1);
    let (width, height) = (
        columns * (WIDTH + GAP_X) - GAP_X + 4,
        rows * (HEIGHT + GAP_Y) - GAP_Y + 4,
    );
    html! {
        <div class="cw-scroll" tabindex="0" role="group" aria-label={texts.get("together-graph")}>
            <svg class="cw-graph" width={width.to_string()} height={height.to_string()} viewBox={format!("-2 -2 {width} {height}")} role="img" aria-label={texts.get("together-graph")}>
                { for edges.iter().map(|edge| arrow(&places, edge)) }
                { for places.iter().filter_map(|(id, place)| Some(node(texts, items.get(id)?, *place, onchoose))) }
            </svg>
        </div>
    }
}

/// A column and a row for each: one column right of the last of its issuers, as far as there is no circle.
fn places(nodes: &BTreeSet<u32>, edges: &[(u32, u32, bool)]) -> BTreeMap<u32, (usize, usize)> {
    let mut columns: BTreeMap<u32, usize> = nodes.iter().map(|id| (*id, 0)).collect();
    // As many rounds as there are certificates are enough for every path; a circle would go on for ever.
    for _ in 0..nodes.len() {
        for (from, to, _) in edges {
            let least = columns.get(from).map_or(0, |column| column + 1);
            if let Some(column) = columns.get_mut(to) {
                *column = (*column).max(least).min(nodes.len() - 1);
            }
        }
    }
    let used: BTreeSet<usize> = columns.values().copied().collect();
    let mut rows: BTreeMap<usize, usize> = BTreeMap::new();
    let place = |(id, column): (u32, usize)| {
        let rank = used.iter().position(|it| *it == column).unwrap_or_default();
        let row = rows.entry(rank).or_default();
        *row += 1;
        (id, (rank, *row - 1))
    };
    columns.into_iter().map(place).collect()
}

fn corner((column, row): (usize, usize)) -> (usize, usize) {
    (column * (WIDTH + GAP_X), row * (HEIGHT + GAP_Y))
}

/// From the issuer's right side to the other's left; broken where only the names fit.
fn arrow(places: &BTreeMap<u32, (usize, usize)>, (from, to, is_proved): &(u32, u32, bool)) -> Html {
    let (Some(from), Some(to)) = (places.get(from), places.get(to)) else {
        return Html::default();
    };
    let ((x1, y1), (x2, y2)) = (corner(*from), corner(*to));
    let (x1, y1, y2) = (x1 + WIDTH, y1 + HEIGHT / 2, y2 + HEIGHT / 2);
    let middle = (x1 + x2) / 2;
    let path = format!("M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}");
    html! { <path class="cw-graph-edge" d={path} stroke-dasharray={(!is_proved).then_some("4 4")} /> }
}

fn node(
    texts: &Texts,
    item: &ItemSummary,
    place: (usize, usize),
    onchoose: &Callback<u32>,
) -> Html {
    let (x, y) = corner(place);
    let id = item.id;
    let full = name(texts, item);
    let mut short: String = last_part(&full).chars().take(LETTERS).collect();
    if short.chars().count() < last_part(&full).chars().count() {
        short.push('…');
    }
    let onclick = onchoose.reform(move |_: MouseEvent| id);
    html! {
        <g class="cw-graph-node" {onclick}>
            <title>{ wording::visible_text(&full) }</title>
            <rect x={x.to_string()} y={y.to_string()} width={WIDTH.to_string()} height={HEIGHT.to_string()} rx="6" />
            <text x={(x + 12).to_string()} y={(y + HEIGHT / 2 + 5).to_string()}>{ short }</text>
        </g>
    }
}

/// What tells one name from others: its common name, or else its last attribute.
fn last_part(name: &str) -> &str {
    let common = name.rsplit_once("CN=").map(|(_, rest)| rest);
    common.unwrap_or_else(|| name.rsplit_once(", ").map_or(name, |(_, rest)| rest))
}
