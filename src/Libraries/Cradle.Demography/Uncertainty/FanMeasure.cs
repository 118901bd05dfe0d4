namespace Cradle.Demography.Uncertainty;

/// <summary>What a fan is drawn for.</summary>
public enum FanMeasure
{
    /// <summary>Persons on 1 January.</summary>
    Population,

    /// <summary>Live births in the year.</summary>
    Births,

    /// <summary>Children under 3 on 1 January: those whom childcare places are for.</summary>
    ChildrenUnder3,

    /// <summary>Women of 20 to 34 on 1 January: those who have most of the children.</summary>
    Women20To34,

    /// <summary>Persons of 65 and over on 1 January.</summary>
    Aged65AndOver,

    /// <summary>Children per woman in the year.</summary>
    TotalFertility,
}
