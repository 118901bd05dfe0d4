using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching;

/// <summary>Who goes where.</summary>
public sealed class Assignment
{
    /// <summary>Choice of an applicant who goes nowhere.</summary>
    public const int None = -1;

    private readonly Market market;
    private readonly int[] choices;

    /// <summary>Makes an assignment.</summary>
    /// <param name="market">The market.</param>
    /// <param name="choices">For each applicant which preference was met, from 0, or <see cref="None"/>.</param>
    public Assignment(Market market, int[] choices)
    {
        this.market = market;
        this.choices = choices;
    }

    /// <summary>For each applicant which preference was met, from 0, or <see cref="None"/>.</summary>
    public ReadOnlySpan<int> Choices => choices;

    /// <summary>How many applicants have a place.</summary>
    public int Placed => choices.Count(choice => choice != None);

    /// <summary>The institution of an applicant, or <see cref="None"/>.</summary>
    /// <param name="applicant">The applicant.</param>
    public int InstitutionOf(int applicant) => choices[applicant] == None ? None : market.Preferences[applicant][choices[applicant]];

    /// <summary>How many applicants each institution takes.</summary>
    public int[] Intakes()
    {
        var intakes = new int[market.Institutions.Count];
        for (var applicant = 0; applicant < choices.Length; applicant++)
            if (choices[applicant] != None)
                intakes[InstitutionOf(applicant)]++;
        return intakes;
    }
}
