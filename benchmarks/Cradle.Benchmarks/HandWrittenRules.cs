using System.Runtime.InteropServices;
using Cradle.Rules.Packs;
using Cradle.Rules.Populations;

namespace Cradle.Benchmarks;

/// <summary>
/// What somebody would write by hand for the same fifteen outputs: one plain loop over the columns, every output written into a buffer that is used again, totals beside it. The ceiling that
/// compiled rules are measured against; nobody would want to keep law like this.
/// </summary>
public sealed class HandWrittenRules
{
    private const int Block = 2048;

    private readonly HandWrittenFigures _figures;
    private readonly int _asOf;
    private readonly byte[] _monthsByDays;
    private readonly byte[] _flags = new byte[Block * 3];
    private readonly int[] _numbers = new int[Block * 10];
    private readonly byte[] _childAges = new byte[Block * ItemRanges.Longest];
    private readonly byte[] _childYoung = new byte[Block * ItemRanges.Longest];

    /// <summary>Prepares the table of ages: completed months by days of age.</summary>
    /// <param name="figures">The figures of the rules.</param>
    /// <param name="asOf">The day of the question.</param>
    /// <param name="oldest">Days of age of the oldest child; not so old that months need more than a byte.</param>
    public HandWrittenRules(HandWrittenFigures figures, DateOnly asOf, int oldest)
    {
        (_figures, _asOf) = (figures, asOf.DayNumber);
        _monthsByDays = new byte[oldest + 1];
        for (var days = 0; days <= oldest; days++)
        {
            var birth = asOf.AddDays(-days);
            _monthsByDays[days] = checked((byte)((asOf.Year - birth.Year) * 12 + asOf.Month - birth.Month - (asOf.Day < birth.Day ? 1 : 0)));
        }
    }

    /// <summary>Sums by output, in the order of <see cref="Names"/>; money in fen.</summary>
    public long[] Totals { get; } = new long[Names.Length];

    /// <summary>The outputs.</summary>
    public static string[] Names { get; } =
    [
        "n_children", "eligible_maternity", "maternity_leave_days", "paternity_leave_days", "childcare_leave_days", "eligible_care_fee", "infant_care_fee", "national_subsidy_month",
        "eligible_loan_uplift", "loan_uplift", "kindergarten_subsidy", "tax_deduction", "cash_month", "age_months", "under_3",
    ];

    /// <summary>Runs over a population and adds to the totals.</summary>
    public void Run(Population population)
    {
        var columns = new Columns(population);
        for (var first = 0; first < population.Count; first += Block)
            Run(columns, first, Math.Min(first + Block, population.Count));
    }

    private void Run(in Columns columns, int first, int end)
    {
        var (maternity, paternity, childcare, careFee) = (_figures.Maternity, _figures.Paternity, _figures.ChildcareLeave, _figures.CareFee);
        var (two, three, kindergarten) = (_figures.UpliftTwo, _figures.UpliftThree, _figures.Kindergarten);
        long children = 0, eligibleMaternity = 0, maternityDays = 0, paternityDays = 0, childcareDays = 0, eligibleFee = 0, fees = 0, subsidies = 0;
        long eligibleUplift = 0, uplifts = 0, kindergartens = 0, deductions = 0, cash = 0, ages = 0, youngAll = 0;
        var row = columns.Offsets[first];
        for (var family = first; family < end; family++)
        {
            var last = columns.Offsets[family + 1];
            int n = last - row, young = 0, youngest = int.MaxValue, school = 0;
            for (; row < last; row++)
            {
                int age = _monthsByDays[_asOf - columns.Births[row]];
                var isYoung = age < _figures.Young ? 1 : 0;
                var local = row - columns.Offsets[first];
                _childAges[local] = (byte)age;
                _childYoung[local] = (byte)isYoung;
                ages += age;
                young += isYoung;
                youngest = Math.Min(youngest, age);
                school += kindergarten[columns.Kindergartens[row]];
            }

            int province = columns.Provinces[family], mother = columns.Mothers[family], father = columns.Fathers[family], registered = columns.Registered[family];
            var firstYear = youngest < _figures.FirstYear ? 1 : 0;
            var forMother = mother & firstYear;
            var leave = forMother != 0
                ? maternity[province] + columns.Difficult[family] * _figures.DifficultExtra + (columns.Babies[family] - 1) * _figures.MultipleExtra : 0;
            var care = (father & firstYear) != 0 ? paternity[province] : 0;
            var parental = young > 0 ? childcare[province] * (mother + father) : 0;
            var fee = registered * young * careFee[province];
            var uplift = columns.Funds[family] == 0 ? 0 : n >= 3 ? three[province] : n == 2 ? two[province] : 0;
            var subsidy = young * _figures.Subsidy;
            var deduction = young * _figures.Deduction;
            var month = fee + subsidy + school;

            var at = family - first;
            _flags[at] = (byte)forMother;
            _flags[Block + at] = (byte)(fee > 0 ? 1 : 0);
            _flags[2 * Block + at] = (byte)(uplift > 0 ? 1 : 0);
            _numbers[at] = n;
            _numbers[Block + at] = leave;
            _numbers[2 * Block + at] = care;
            _numbers[3 * Block + at] = parental;
            _numbers[4 * Block + at] = fee;
            _numbers[5 * Block + at] = subsidy;
            _numbers[6 * Block + at] = uplift;
            _numbers[7 * Block + at] = school;
            _numbers[8 * Block + at] = deduction;
            _numbers[9 * Block + at] = month;

            children += n;
            eligibleMaternity += forMother;
            maternityDays += leave;
            paternityDays += care;
            childcareDays += parental;
            eligibleFee += fee > 0 ? 1 : 0;
            fees += fee;
            subsidies += subsidy;
            eligibleUplift += uplift > 0 ? 1 : 0;
            uplifts += uplift;
            kindergartens += school;
            deductions += deduction;
            cash += month;
            youngAll += young;
        }

        ReadOnlySpan<long> sums =
        [
            children, eligibleMaternity, maternityDays, paternityDays, childcareDays, eligibleFee, fees, subsidies, eligibleUplift, uplifts, kindergartens, deductions, cash, ages, youngAll,
        ];
        for (var output = 0; output < sums.Length; output++)
            Totals[output] += sums[output];
    }

    /// <summary>The columns as arrays, looked up once.</summary>
    private readonly ref struct Columns(Population population)
    {
        public readonly ReadOnlySpan<int> Offsets = population.Children.Offsets;
        public readonly ReadOnlySpan<ushort> Provinces = MemoryMarshal.Cast<byte, ushort>(Data(population, "residence"));
        public readonly ReadOnlySpan<byte> Mothers = Data(population, "mother_employed");
        public readonly ReadOnlySpan<byte> Fathers = Data(population, "father_employed");
        public readonly ReadOnlySpan<byte> Registered = Data(population, "registered_birth");
        public readonly ReadOnlySpan<byte> Difficult = Data(population, "difficult_birth");
        public readonly ReadOnlySpan<byte> Babies = Data(population, "babies");
        public readonly ReadOnlySpan<byte> Funds = Data(population, "fund_account");
        public readonly ReadOnlySpan<int> Births = MemoryMarshal.Cast<byte, int>(Data(population, "birth_date", PopulationTable.Children));
        public readonly ReadOnlySpan<byte> Kindergartens = Data(population, "kindergarten", PopulationTable.Children);

        private static byte[] Data(Population population, string fact, PopulationTable table = PopulationTable.Family) =>
            population.Column(table, population.Vocabulary.Find(table.Entity(), fact)!)!.Data;
    }
}
