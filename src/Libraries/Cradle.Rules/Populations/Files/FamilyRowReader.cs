using System.Globalization;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Populations.Files;

/// <summary>Makes a family of its row and of the rows that belong to it. A family of which any row is wrong is left out whole: part of it would give wrong totals.</summary>
internal sealed class FamilyRowReader(CsvRows rows, IReadOnlyList<CsvColumn> columns, Vocabulary vocabulary, CellReader cells, DateOnly asOf, BadRowLog log)
{
    private const long GreatestWeight = 1_000_000_000;

    private readonly RowReader _reader = new(rows, columns, cells, log);
    private readonly ChildPresumptions _presumptions = new(vocabulary);
    private readonly int? _birthDate = vocabulary.Find(EntityKind.Child, "birth_date")?.Slot;
    private readonly Dictionary<ColumnRole, int> _roles = columns.Index().Where(item => item.Item.Role is ColumnRole.ChildrenKnown or ColumnRole.MotherEldersKnown or ColumnRole.FatherEldersKnown)
        .ToDictionary(item => item.Item.Role, item => item.Index);
    private readonly bool _hasChildren = columns.Any(column => column.Path.Root == PathRoot.Child && column.Path.Fact is not null);

    /// <summary>The family of the current row; null where it is left out.</summary>
    public FamilyRecord? Read(CsvMembers members, SeenIds seen)
    {
        var isGood = _reader.IsWhole();
        var id = _reader.Id.ToString();
        var children = members.Children?.Take(id);
        var elders = members.Elders?.Take(id);
        if (id.Length > 0 && !seen.Add(id))
        {
            _reader.Report(0, "", "这一家庭编号前面已经有了。", "The family id was there before.", "每个家庭一行；重复的删去。", "One row a family; take the repeated one out.");
            return null;
        }

        if (!isGood)
            return null;
        var facts = new FamilyFacts(vocabulary, asOf);
        var weight = ReadCells(facts, ref isGood);
        isGood &= children?.TrueForAll(child => child.Facts is not null) != false && elders?.TrueForAll(elder => elder.Facts is not null) != false;
        if (!isGood)
            return null;
        if (children is not null)
            facts.Children = [.. children.Select(child => child.Facts!)];
        if (elders is not null)
            (facts.MotherElders, facts.FatherElders) = ([.. elders.Where(elder => !elder.IsOfFather).Select(elder => elder.Facts!)], [.. elders.Where(elder => elder.IsOfFather).Select(elder => elder.Facts!)]);
        facts.Children = AsKnown(ColumnRole.ChildrenKnown, facts.Children, ref isGood);
        facts.MotherElders = AsKnown(ColumnRole.MotherEldersKnown, facts.MotherElders, ref isGood);
        facts.FatherElders = AsKnown(ColumnRole.FatherEldersKnown, facts.FatherElders, ref isGood);
        return isGood && IsPossible(facts) ? new FamilyRecord(id, facts, weight) : null;
    }

    /// <summary>A list as the row says that it is known; where the row does not say, as the tables have it.</summary>
    private List<EntityFacts>? AsKnown(ColumnRole role, List<EntityFacts>? list, ref bool isGood)
    {
        var index = _roles.GetValueOrDefault(role, -1);
        if (index < 0 || _reader.Cell(index) is not { IsEmpty: false } cell)
            return list;
        var isKnown = CellReader.Bool(cell);
        if (isKnown is null)
            _reader.Report(index, columns[index].Name, "应当写 true 或 false。", "This must be true or false.", "写明是否知道。", "Say whether it is known.");
        else if (isKnown == 0 && list is { Count: > 0 })
            _reader.Report(index, columns[index].Name, "写着不知道，却有行。", "It is said not to be known, and there are rows of it.", "改成 true，或删去那些行。", "Write true, or take these rows out.");
        isGood &= isKnown is 1 || isKnown is 0 && list is not { Count: > 0 };
        return isKnown == 0 ? null : list ?? [];
    }

    private long ReadCells(FamilyFacts facts, ref bool isGood)
    {
        long weight = 1;
        var children = new SortedDictionary<int, EntityFacts>();
        foreach (var (index, column) in columns.Index())
        {
            if (column.Role == ColumnRole.Weight)
                isGood &= IsWeight(index, ref weight);
            if (column.Path.Fact is not { } fact || _reader.Value(index, fact, ref isGood) is not { } value)
                continue;
            switch (column.Path.Root)
            {
                case PathRoot.Family:
                    facts.Family.Set(fact.Slot, value);
                    break;
                case PathRoot.Mother:
                    facts.Mother.Set(fact.Slot, value);
                    break;
                case PathRoot.Father:
                    facts.Father.Set(fact.Slot, value);
                    break;
                case PathRoot.Child:
                    if (!children.TryGetValue(column.Path.Index, out var child))
                        children[column.Path.Index] = child = facts.New(EntityKind.Child);
                    MemberFacts.Set(child, column, value, _presumptions.Expected, _birthDate);
                    break;
                default:
                    AddElder(facts, column, value);
                    break;
            }
        }

        foreach (var child in children.Values)
            _presumptions.Complete(child);
        if (_hasChildren)
            facts.Children = [.. children.Values];
        return weight;
    }

    private static void AddElder(FamilyFacts facts, CsvColumn column, long value)
    {
        var elders = column.Path.Root == PathRoot.MotherElder ? facts.MotherElders ??= [] : facts.FatherElders ??= [];
        while (elders.Count <= column.Path.Index)
            elders.Add(facts.New(EntityKind.Elder));
        elders[column.Path.Index].Set(column.Path.Fact!.Slot, value);
    }

    private bool IsWeight(int index, ref long weight)
    {
        var cell = _reader.Cell(index);
        if (cell.IsEmpty || long.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out weight) && weight is > 0 and <= GreatestWeight)
            return true;
        _reader.Report(index, columns[index].Name, "权重应当是正整数。", "A weight is a whole number above zero.", "写这一家代表多少家。", "Say how many families it stands for.");
        return false;
    }

    /// <summary>What the reader of one family would refuse is refused here too.</summary>
    private bool IsPossible(FamilyFacts facts)
    {
        if (FamilySize.TooLarge(facts) is var (_, tooMany))
        {
            _reader.Report(0, "", tooMany);
            return false;
        }

        var problems = new FactProblems();
        new FamilyChecks(facts, problems).Run();
        foreach (var problem in problems.Errors)
            _reader.Report(0, "", problem with { Reason = new Bilingual($"{problem.Path}：{problem.Reason.Zh}", $"{problem.Path}: {problem.Reason.En}") });
        return problems.Errors.Count == 0;
    }
}
