namespace Cradle.Allocation.Matching.Markets;

/// <summary>
/// Applicants with the institutions they would go to, and institutions with their places and the order in which each takes applicants. Ties are already
/// broken: every order is strict.
/// </summary>
public sealed class Market
{
    /// <summary>Position of an applicant whom an institution does not take.</summary>
    public const int NotAcceptable = int.MaxValue;

    /// <summary>Ids of the applicants.</summary>
    public required IdTable Applicants { get; init; }

    /// <summary>Ids of the institutions.</summary>
    public required IdTable Institutions { get; init; }

    /// <summary>Institutions that each applicant would go to, the best first.</summary>
    public required JaggedInts Preferences { get; init; }

    /// <summary>
    /// For every preference the applicant's position in that institution's order, from 0, the first to be taken the least;
    /// <see cref="NotAcceptable"/> when it does not take the applicant.
    /// </summary>
    public required int[] Positions { get; init; }

    /// <summary>Places of each institution.</summary>
    public required int[] Capacities { get; init; }

    /// <summary>Places kept first for a group, see <see cref="Reserve"/>; each institution's in the order they are filled.</summary>
    public IReadOnlyList<Reserve>[]? Reserves { get; init; }

    /// <summary>
    /// Where groups are kept together: for every applicant the first applicant of the group, or the applicant when alone. Members have one list and stand next
    /// to one another in every order, see <see cref="Groups.GroupOrder"/>.
    /// </summary>
    public int[]? Leaders { get; init; }

    /// <summary>The position of an applicant at an institution of the list.</summary>
    /// <param name="applicant">The applicant.</param>
    /// <param name="choice">Which preference, from 0.</param>
    public int PositionOf(int applicant, int choice) => Positions[Preferences.StartOf(applicant) + choice];
}
