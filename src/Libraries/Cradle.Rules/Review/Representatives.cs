using Cradle.Rules.Binding;
using Cradle.Rules.Evaluation;
using Cradle.Rules.Explain;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Rules.Review;

/// <summary>
/// Families that stand for all families as far as some expressions can tell them apart. All combinations are built while they are few;
/// beyond the bound a seeded sample, so that two runs find the same.
/// </summary>
internal sealed class Representatives
{
    private const int MostPerDay = 4096;
    private const int MostDays = 40;
    private const int ItemsTold = 2;

    private readonly Vocabulary _vocabulary;
    private readonly QuantityHeader _header;
    private readonly IReadOnlyList<Node> _nodes;
    private readonly RepresentativeValues _values;
    private readonly DateOnly _today;
    private readonly HashSet<PathRoot> _collections = [];

    /// <param name="vocabulary">The facts.</param>
    /// <param name="header">The quantity; it says which instances there are.</param>
    /// <param name="nodes">The expressions that families must be told apart by.</param>
    /// <param name="versions">Days on which versions begin, and days after which they have ended.</param>
    /// <param name="today">The ordinary day of the question.</param>
    public Representatives(Vocabulary vocabulary, QuantityHeader header, IEnumerable<Node> nodes, IEnumerable<DateOnly> versions, DateOnly today)
    {
        (_vocabulary, _header, _today) = (vocabulary, header, today);
        var days = versions.Distinct().ToList();
        _nodes = [.. nodes, .. days.Select(day => IsSince(header.Anchor, day))];
        _values = new RepresentativeValues(new Breakpoints(_nodes), days);
    }

    private bool HasChild => _header.Instance is InstanceKind.Child or InstanceKind.Birth;

    /// <summary>The families, one after another in the same frame-building order; each frame is good until the next is asked for.</summary>
    public IEnumerable<Frame> Frames()
    {
        var days = _values.AsOf(_today);
        foreach (var day in days.Take(MostDays))
            foreach (var frame in Frames(day))
                yield return frame;
    }

    /// <summary>Whether a family could exist: no date in the future that cannot be, no contradiction.</summary>
    public static bool IsPossible(Frame frame)
    {
        var problems = new FactProblems();
        new FamilyChecks(frame.Family.Copy(), problems).Run();
        return problems.Errors.Count == 0;
    }

    /// <summary>The known facts of a family that some expressions read, for a message.</summary>
    public static string Describe(Frame frame, IEnumerable<Node> nodes)
    {
        var facts = nodes.SelectMany(node => FactWalk.Of(node, frame)).Select(read => read.Path).Distinct()
            .Where(path => path.Fact is not null && FactWalk.Entity(path, frame.Family)?.TryGet(path.Fact.Slot, out _) == true)
            .Select(path => FactWalk.Entity(path, frame.Family)!.TryGet(path.Fact!.Slot, out var value) ? $"{path} = {Text(path.Fact, value)}" : "");
        return string.Join(", ", facts.Prepend($"asOf = {frame.Family.AsOf:yyyy-MM-dd}"));
    }

    private static string Text(FactDefinition fact, long value) => fact.Type.Kind == ValueKind.Set
        ? $"[{string.Join(", ", fact.Type.Enumeration!.Members.Where((_, member) => (value >> member & 1) != 0))}]"
        : ValueFormat.Text(value, fact.Type);

    /// <summary>Families on both sides of a version are told apart by the day that picks the version.</summary>
    private static Compare IsSince(Number anchor, DateOnly day) =>
        new(anchor.Position, Comparator.GreaterOrEqual, anchor, new Constant(anchor.Position, RuleType.Date, day.DayNumber));

    private IEnumerable<Frame> Frames(DateOnly day)
    {
        var family = Full(day);
        var frame = FrameOf(family);
        var observations = Observation.Of(_nodes, frame);
        FindCollections(_nodes, frame);
        var dials = observations.SelectMany(observation => observation.Facts).Distinct().OrderBy(path => path.ToString(), StringComparer.Ordinal)
            .Where(path => path.Fact is not null && !(path.Root == PathRoot.Child && path.Index > 0 && !_collections.Contains(PathRoot.ChildList)))
            .Select(path => (Path: path, Values: Distinct(path, day, observations, frame))).ToList();
        var sizes = _collections.Order().Select(root => (Root: root, Values: _values.Sizes(root == PathRoot.ChildList && HasChild))).ToList();
        var radices = dials.Select(dial => dial.Values.Count).Concat(sizes.Select(size => size.Values.Count)).ToArray();
        var children = Pad(family.Children!, sizes, PathRoot.ChildList);
        var motherElders = Pad(family.MotherElders!, sizes, PathRoot.Mother);
        var fatherElders = Pad(family.FatherElders!, sizes, PathRoot.Father);
        foreach (var digits in Combinations(radices))
        {
            for (var index = 0; index < dials.Count; index++)
                Entity(dials[index].Path, family, children, motherElders, fatherElders).Set(dials[index].Path.Fact!.Slot, dials[index].Values[digits[index]]);
            for (var index = 0; index < sizes.Count; index++)
            {
                var size = (int)sizes[index].Values[digits[dials.Count + index]];
                switch (sizes[index].Root)
                {
                    case PathRoot.ChildList:
                        family.Children = children[..size];
                        break;
                    case PathRoot.Mother:
                        family.MotherElders = motherElders[..size];
                        break;
                    default:
                        family.FatherElders = fatherElders[..size];
                        break;
                }
            }

            if (sizes.All(size => size.Root != PathRoot.ChildList))
                family.Children = children[..(HasChild ? 1 : 0)];
            yield return frame;
        }
    }

    /// <summary>One value for each way in which the observations of this fact alone can come out; all values where it is only observed with others.</summary>
    private IReadOnlyList<long> Distinct(FactPath path, DateOnly day, List<Observation> observations, Frame full)
    {
        var all = _values.Of(path.Fact!, day);
        var mine = observations.Where(observation => observation.Facts.Contains(path)).ToList();
        if (mine.Exists(observation => observation.Facts.Count > 1))
            return all;
        var entity = FactWalk.Entity(path, full.Family)!;
        var seen = new Dictionary<string, long>();
        foreach (var value in all)
        {
            entity.Set(path.Fact!.Slot, value);
            seen.TryAdd(string.Join(',', mine.Select(observation => observation.Look(full))), value);
        }

        entity.Clear(path.Fact!.Slot);
        return [.. seen.Values];
    }

    private FamilyFacts Full(DateOnly day)
    {
        var family = new FamilyFacts(_vocabulary, day);
        family.Children = [.. Enumerable.Range(0, ItemsTold).Select(_ => family.New(EntityKind.Child))];
        family.MotherElders = [.. Enumerable.Range(0, ItemsTold).Select(_ => family.New(EntityKind.Elder))];
        family.FatherElders = [.. Enumerable.Range(0, ItemsTold).Select(_ => family.New(EntityKind.Elder))];
        return family;
    }

    private Frame FrameOf(FamilyFacts family) => new(family)
    {
        ChildIndex = HasChild ? 0 : -1,
        Parent = _header.Instance == InstanceKind.Father ? EntityReference.Father : EntityReference.Mother,
    };

    private void FindCollections(IEnumerable<Node> nodes, Frame frame)
    {
        foreach (var node in nodes)
        {
            if (node is Quantified quantified)
                _collections.Add(frame.PathOf(quantified.Collection).Root);
            if (node is Aggregate aggregate)
                _collections.Add(frame.PathOf(aggregate.Collection).Root);
            FindCollections(FactWalk.Children(node), frame);
        }
    }

    /// <summary>Items beyond those told apart repeat the last one.</summary>
    private static List<EntityFacts> Pad(List<EntityFacts> items, List<(PathRoot Root, IReadOnlyList<long> Values)> sizes, PathRoot root)
    {
        var most = sizes.Where(size => size.Root == root).Select(size => size.Values.Max()).DefaultIfEmpty(ItemsTold).Max();
        return [.. items, .. Enumerable.Repeat(items[^1], (int)Math.Max(0, most - items.Count))];
    }

    private static EntityFacts Entity(FactPath path, FamilyFacts family, List<EntityFacts> children, List<EntityFacts> motherElders, List<EntityFacts> fatherElders) => path.Root switch
    {
        PathRoot.Child => children[path.Index],
        PathRoot.MotherElder => motherElders[path.Index],
        PathRoot.FatherElder => fatherElders[path.Index],
        _ => FactWalk.Entity(path, family)!,
    };

    private static IEnumerable<int[]> Combinations(int[] radices)
    {
        var digits = new int[radices.Length];
        var total = radices.Aggregate(1.0, (product, radix) => product * radix);
        if (total == 0)
            yield break;
        if (total > MostPerDay)
        {
            var random = new Random(MostPerDay);   // seeded: two runs find the same
            for (var count = 0; count < MostPerDay; count++)
            {
                for (var index = 0; index < radices.Length; index++)
                    digits[index] = random.Next(radices[index]);
                yield return digits;
            }

            yield break;
        }

        while (true)
        {
            yield return digits;
            var place = 0;
            while (place < radices.Length && ++digits[place] == radices[place])
                digits[place++] = 0;
            if (place == radices.Length)
                yield break;
        }
    }
}
