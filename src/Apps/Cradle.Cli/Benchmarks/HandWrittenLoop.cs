using Cradle.Primitives;

namespace Cradle.Cli.Benchmarks;

/// <summary>The rules of the benchmark as a programmer would write them for speed: one plain loop over the columns that writes and adds up every output.</summary>
internal sealed class HandWrittenLoop(HandWrittenFigures figures, DateOnly day)
{
    private readonly short[] _months = MonthsByDay(day);
    private readonly int _today = day.DayNumber;

    /// <summary>The outputs in the order of the benchmark's description, those of children last.</summary>
    public static readonly string[] Outputs =
    [
        "n_children", "eligible_maternity", "maternity_leave_days", "paternity_leave_days", "childcare_leave_days", "eligible_care_fee", "infant_care_fee",
        "national_subsidy_month", "eligible_loan_uplift", "loan_uplift", "kindergarten_subsidy", "tax_deduction", "cash_month", "age_months", "under_3",
    ];

    /// <summary>Answers every household and gives the totals of all outputs, money in fen.</summary>
    public long[] Run(Households households, HandWrittenResult to)
    {
        ReadOnlySpan<byte> province = households.Column(HouseholdFiles.Province), mother = households.Column("mother_employed.u1"), father = households.Column("father_employed.u1"),
            registered = households.Column("registered_birth.u1"), difficult = households.Column("difficult_birth.u1"), babies = households.Column("babies_last_birth.u1"),
            fund = households.Column("has_fund_account.u1"), kids = households.Column(HouseholdFiles.Kids), kindergarten = households.Column(HouseholdFiles.ChildKindergarten);
        var births = households.Births;
        long children = 0, eligibleMaternity = 0, maternityDays = 0, paternityDays = 0, childcareDays = 0, eligibleFee = 0, fees = 0, national = 0, eligibleUplift = 0, uplifts = 0,
            kindergartens = 0, deductions = 0, cash = 0, months = 0, infants = 0;
        var child = 0;
        for (var row = 0; row < province.Length; row++)
        {
            int place = province[row], count = kids[row], youngest = int.MaxValue, young = 0, school = 0;
            for (var end = child + count; child < end; child++)
            {
                int age = _months[_today - births[child] + Offset], infant = (uint)age < (uint)figures.InfantAge ? 1 : 0;
                to.Age[child] = (short)age;
                to.Under3[child] = (byte)infant;
                months += age;
                youngest = Math.Min(youngest, age);
                young += infant;
                school += figures.Kindergarten[kindergarten[child]];
            }

            var justBorn = (uint)youngest < MonthsOfYear;
            var maternity = justBorn && mother[row] != 0
                ? Math.Max(figures.MaternityNational, figures.MaternityLocal[place]) + (difficult[row] != 0 ? figures.MaternityDifficult : 0) + figures.MaternityMultiple * (babies[row] - 1) : 0;
            var paternity = justBorn && father[row] != 0 ? figures.Paternity[place] : 0;
            var childcare = (uint)youngest < (uint)figures.ChildcareAge ? figures.Childcare[place] * (mother[row] + father[row]) : 0;
            var hasFee = registered[row] != 0 && young > 0 && figures.CareFee[place] > 0;
            var fee = hasFee ? young * figures.CareFee[place] : 0;
            var subsidy = young * figures.NationalSubsidyMonth;
            var uplift = fund[row] == 0 ? 0 : count >= 3 ? figures.UpliftThree[place] : count == 2 ? figures.UpliftTwo[place] : 0;
            var deduction = young * figures.Deduction;
            to.Children[row] = (byte)count;
            to.Flags[row] = (byte)((maternity > 0 ? 1 : 0) | (hasFee ? 2 : 0) | (uplift > 0 ? 4 : 0));
            to.Maternity[row] = (short)maternity;
            to.Paternity[row] = (short)paternity;
            to.Childcare[row] = (short)childcare;
            to.Fee[row] = fee;
            to.Subsidy[row] = subsidy;
            to.Uplift[row] = uplift;
            to.Kindergarten[row] = school;
            to.Deduction[row] = deduction;
            to.Cash[row] = fee + subsidy + school;
            children += count;
            eligibleMaternity += maternity > 0 ? 1 : 0;
            maternityDays += maternity;
            paternityDays += paternity;
            childcareDays += childcare;
            eligibleFee += hasFee ? 1 : 0;
            fees += fee;
            national += subsidy;
            eligibleUplift += uplift > 0 ? 1 : 0;
            uplifts += uplift;
            kindergartens += school;
            deductions += deduction;
            cash += fee + subsidy + school;
            infants += young;
        }

        return [children, eligibleMaternity, maternityDays, paternityDays, childcareDays, eligibleFee, fees, national, eligibleUplift, uplifts, kindergartens, deductions, cash, months, infants];
    }

    private const int MonthsOfYear = 12;

    /// <summary>Births up to a year ahead, and two hundred years back, have their place in the table.</summary>
    private const int Offset = 75_000;

    private static short[] MonthsByDay(DateOnly day)
    {
        var months = new short[Offset * 2];
        for (var back = -Offset; back < Offset; back++)
            months[back + Offset] = (short)CalendarMonths.CompletedMonths(DateOnly.FromDayNumber(day.DayNumber - back), day);
        return months;
    }
}

/// <summary>The outputs of the hand-written loop, row by row, each as narrow as it may be.</summary>
internal sealed class HandWrittenResult(int households, int children)
{
    public byte[] Children { get; } = new byte[households];

    public byte[] Flags { get; } = new byte[households];

    public short[] Maternity { get; } = new short[households];

    public short[] Paternity { get; } = new short[households];

    public short[] Childcare { get; } = new short[households];

    public int[] Fee { get; } = new int[households];

    public int[] Subsidy { get; } = new int[households];

    public int[] Uplift { get; } = new int[households];

    public int[] Kindergarten { get; } = new int[households];

    public int[] Deduction { get; } = new int[households];

    public int[] Cash { get; } = new int[households];

    public short[] Age { get; } = new short[children];

    public byte[] Under3 { get; } = new byte[children];
}
