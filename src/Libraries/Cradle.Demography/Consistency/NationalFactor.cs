using Cradle.Primitives;

namespace Cradle.Demography.Consistency;

/// <summary>What divisions were scaled from and to.</summary>
/// <param name="Year">The 1 January.</param>
/// <param name="Sex">The sex.</param>
/// <param name="Divisions">Persons of all divisions before.</param>
/// <param name="Nation">Persons of the nation.</param>
public sealed record NationalFactor(int Year, Sex Sex, double Divisions, double Nation)
{
    /// <summary>The factor of that year and sex, all ages together.</summary>
    public double Factor => Nation / Divisions;
}
