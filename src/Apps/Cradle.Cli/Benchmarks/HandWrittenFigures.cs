using Cradle.Rules.Packs;

namespace Cradle.Cli.Benchmarks;

/// <summary>The figures of the benchmark's pack as arrays by province, for the loop that is written by hand.</summary>
internal sealed class HandWrittenFigures
{
    private readonly IReadOnlyDictionary<string, Parameter> _parameters;
    private readonly IReadOnlyList<long> _provinces;
    private readonly int _day;

    public HandWrittenFigures(PolicyPack pack, IReadOnlyList<long> provinces, DateOnly day)
    {
        (_parameters, _provinces, _day) = (pack.Parameters, provinces, day.DayNumber);
        MaternityNational = One("maternity_days");
        MaternityDifficult = One("maternity_difficult");
        MaternityMultiple = One("maternity_multiple");
        MaternityLocal = Each("maternity_days_local");
        Paternity = Each("paternity_days");
        Childcare = Each("childcare_days");
        ChildcareAge = One("childcare_max_age");
        CareFee = Each("care_fee");
        InfantAge = One("care_fee_max_age");
        NationalSubsidyMonth = One("national_subsidy") / 12;   // whole fen, as the figures of this benchmark are
        UpliftTwo = Each("loan_uplift_two");
        UpliftThree = Each("loan_uplift_three");
        Kindergarten = [0, One("kindergarten_public"), One("kindergarten_private")];
        Deduction = One("deduction");
    }

    public int MaternityNational { get; }

    public int MaternityDifficult { get; }

    public int MaternityMultiple { get; }

    public int[] MaternityLocal { get; }

    public int[] Paternity { get; }

    public int[] Childcare { get; }

    public int ChildcareAge { get; }

    public int[] CareFee { get; }

    public int InfantAge { get; }

    public int NationalSubsidyMonth { get; }

    public int[] UpliftTwo { get; }

    public int[] UpliftThree { get; }

    public int[] Kindergarten { get; }

    public int Deduction { get; }

    private int One(string name) => (int)_parameters[name].At(0, _day)!.Value;

    private int[] Each(string name) => [.. _provinces.Select(province => (int)_parameters[name].At(province, _day)!.Value)];
}
