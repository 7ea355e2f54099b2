use serde::{Deserialize, Serialize};

use crate::stats::agreement::{Model, Scale, Weights};

/// A number for how far observers agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Coefficient {
    /// In what share of cases two observers of one unit gave exactly the same value.
    PercentAgreement,
    /// Of two observers: the same or not.
    CohensKappa,
    /// Of two observers, near misses counting in part by their distance.
    CohensKappaLinear,
    /// Of two observers, near misses counting almost in full.
    CohensKappaQuadratic,
    /// For any number of observers; stays high where nearly everyone saw the same thing.
    GwetsAc1,
    /// For any number of observers and any gaps; with two observers it is Scott's pi.
    FleissKappa,
    /// Values are names.
    AlphaNominal,
    /// Values are ranks.
    AlphaOrdinal,
    /// Values are degrees.
    AlphaInterval,
    /// Values are amounts from nothing upwards.
    AlphaRatio,
    /// ICC(1,1): one judgement, other observers for every unit.
    Icc1,
    /// ICC(2,1): one judgement, observers drawn from many.
    Icc2,
    /// ICC(3,1): one judgement, these very observers.
    Icc3,
    /// ICC(1,k): the mean of all observers' judgements.
    Icc1Average,
    /// ICC(2,k).
    Icc2Average,
    /// ICC(3,k).
    Icc3Average,
}

/// What it takes to compute one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Needs {
    Percent,
    Cohen(Weights),
    Ac1,
    Fleiss,
    Alpha(Scale),
    Icc(Model, Judgement),
}

/// Whose judgement an intraclass correlation is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Judgement {
    Single,
    Average,
}

impl Coefficient {
    /// All there are, in the order in which they are read.
    pub const ALL: [Coefficient; 16] = [
        Coefficient::PercentAgreement,
        Coefficient::CohensKappa,
        Coefficient::CohensKappaLinear,
        Coefficient::CohensKappaQuadratic,
        Coefficient::GwetsAc1,
        Coefficient::FleissKappa,
        Coefficient::AlphaNominal,
        Coefficient::AlphaOrdinal,
        Coefficient::AlphaInterval,
        Coefficient::AlphaRatio,
        Coefficient::Icc1,
        Coefficient::Icc2,
        Coefficient::Icc3,
        Coefficient::Icc1Average,
        Coefficient::Icc2Average,
        Coefficient::Icc3Average,
    ];

    pub(super) fn needs(self) -> Needs {
        match self {
            Coefficient::PercentAgreement => Needs::Percent,
            Coefficient::CohensKappa => Needs::Cohen(Weights::Same),
            Coefficient::CohensKappaLinear => Needs::Cohen(Weights::Linear),
            Coefficient::CohensKappaQuadratic => Needs::Cohen(Weights::Quadratic),
            Coefficient::GwetsAc1 => Needs::Ac1,
            Coefficient::FleissKappa => Needs::Fleiss,
            Coefficient::AlphaNominal => Needs::Alpha(Scale::Nominal),
            Coefficient::AlphaOrdinal => Needs::Alpha(Scale::Ordinal),
            Coefficient::AlphaInterval => Needs::Alpha(Scale::Interval),
            Coefficient::AlphaRatio => Needs::Alpha(Scale::Ratio),
            Coefficient::Icc1 => Needs::Icc(Model::OneWay, Judgement::Single),
            Coefficient::Icc2 => Needs::Icc(Model::TwoWayRandom, Judgement::Single),
            Coefficient::Icc3 => Needs::Icc(Model::TwoWayMixed, Judgement::Single),
            Coefficient::Icc1Average => Needs::Icc(Model::OneWay, Judgement::Average),
            Coefficient::Icc2Average => Needs::Icc(Model::TwoWayRandom, Judgement::Average),
            Coefficient::Icc3Average => Needs::Icc(Model::TwoWayMixed, Judgement::Average),
        }
    }
}
