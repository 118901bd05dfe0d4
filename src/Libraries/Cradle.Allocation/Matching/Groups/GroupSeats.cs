using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Groups;

/// <summary>Who sits where while groups are placed; a group, or somebody alone, is known by its first applicant and takes as many places as it has members.</summary>
internal sealed class GroupSeats
{
    private readonly Market market;

    public GroupSeats(Market market)
    {
        this.market = market;
        Leaders = market.Leaders ?? throw new ArgumentException("The market has no groups.", nameof(market));
        Sizes = new int[Leaders.Length];
        foreach (var leader in Leaders)
            Sizes[leader]++;
        Choices = new int[Leaders.Length];
        Array.Fill(Choices, Assignment.None);
        Free = (int[])market.Capacities.Clone();
        var lists = Enumerable.Range(0, Free.Length).Select(_ => new List<GroupAsker>()).ToArray();
        for (var leader = 0; leader < Leaders.Length; leader++)
            for (var choice = 0; Leaders[leader] == leader && choice < market.Preferences[leader].Length; choice++)
                if (IsPossible(leader, choice))
                    lists[market.Preferences[leader][choice]].Add(new GroupAsker(market.PositionOf(leader, choice), leader, choice));
        Askers = Array.ConvertAll(lists, list => list.OrderBy(asker => asker.Position).ToArray());
    }

    public int[] Leaders { get; }

    public int[] Sizes { get; }

    /// <summary>For every leader which preference is met.</summary>
    public int[] Choices { get; private set; }

    public int[] Free { get; private set; }

    /// <summary>For every institution all whom it takes and could hold, in its order.</summary>
    public GroupAsker[][] Askers { get; }

    public bool IsPossible(int leader, int choice) =>
        market.PositionOf(leader, choice) != Market.NotAcceptable && Sizes[leader] <= market.Capacities[market.Preferences[leader][choice]];

    public ReadOnlySpan<int> ListOf(int leader) => market.Preferences[leader];

    public int PositionOf(int leader, int choice) => market.PositionOf(leader, choice);

    public bool Wants(GroupAsker asker) => Choices[asker.Leader] == Assignment.None || asker.Choice < Choices[asker.Leader];

    /// <summary>Moves a group; gives the institution it leaves, or <see cref="Assignment.None"/>.</summary>
    public int Move(int leader, int choice)
    {
        var left = Choices[leader] == Assignment.None ? Assignment.None : ListOf(leader)[Choices[leader]];
        if (left != Assignment.None)
            Free[left] += Sizes[leader];
        if (choice != Assignment.None)
            Free[ListOf(leader)[choice]] -= Sizes[leader];
        Choices[leader] = choice;
        return left;
    }

    public (int[] Choices, int[] Free) Save() => ((int[])Choices.Clone(), (int[])Free.Clone());

    public void Restore((int[] Choices, int[] Free) saved) => (Choices, Free) = ((int[])saved.Choices.Clone(), (int[])saved.Free.Clone());

    public Assignment ToAssignment() => new(market, Array.ConvertAll(Leaders, leader => Choices[leader]));
}
