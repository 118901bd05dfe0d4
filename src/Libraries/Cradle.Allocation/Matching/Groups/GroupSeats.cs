using Cradle.Allocation.Matching.Acceptance;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Groups;

/// <summary>Who sits where while groups are placed; a group, or somebody alone, is known by its first applicant and takes as many places as it has members.</summary>
internal sealed class GroupSeats
{
    private readonly Market market;
    private readonly int[] members;
    private readonly int[] memberStarts;
    private readonly bool[] isPossible;

    public GroupSeats(Market market)
    {
        this.market = market;
        Leaders = market.Leaders ?? [.. Enumerable.Range(0, market.Applicants.Count)];
        Sizes = new int[Leaders.Length];
        foreach (var leader in Leaders)
            Sizes[leader]++;
        members = [.. Enumerable.Range(0, Leaders.Length).OrderBy(applicant => Leaders[applicant])];
        memberStarts = new int[Leaders.Length + 1];
        for (var leader = 0; leader < Sizes.Length; leader++)
            memberStarts[leader + 1] = memberStarts[leader] + Sizes[leader];
        Choices = new int[Leaders.Length];
        Array.Fill(Choices, Assignment.None);
        Free = (int[])market.Capacities.Clone();
        var lists = Enumerable.Range(0, Free.Length).Select(_ => new List<GroupAsker>()).ToArray();
        isPossible = new bool[market.Positions.Length];
        for (var leader = 0; leader < Leaders.Length; leader++)
            for (var choice = 0; Leaders[leader] == leader && choice < market.Preferences[leader].Length; choice++)
            {
                var (asker, institution) = (new GroupAsker(market.PositionOf(leader, choice), leader, choice), market.Preferences[leader][choice]);
                if (asker.Position == Market.NotAcceptable || !AreTaken(institution, Candidates([asker]), _ => true))
                    continue;
                isPossible[market.Preferences.StartOf(leader) + choice] = true;
                lists[institution].Add(asker);
            }

        Askers = Array.ConvertAll(lists, list => list.OrderBy(asker => asker.Position).ToArray());
    }

    public int[] Leaders { get; }

    public int[] Sizes { get; }

    /// <summary>For every leader which preference is met.</summary>
    public int[] Choices { get; private set; }

    public int[] Free { get; private set; }

    /// <summary>For every institution all whom it takes and could hold, in its order.</summary>
    public GroupAsker[][] Askers { get; }

    /// <summary>Whether the institution, were it empty, would take the whole group.</summary>
    public bool IsPossible(int leader, int choice) => isPossible[market.Preferences.StartOf(leader) + choice];

    public ReadOnlySpan<int> ListOf(int leader) => market.Preferences[leader];

    public bool Wants(GroupAsker asker) => Choices[asker.Leader] == Assignment.None || asker.Choice < Choices[asker.Leader];

    public bool IsHere(GroupAsker asker) => Choices[asker.Leader] == asker.Choice;

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

    /// <summary>The members of groups, in the institution's order where the groups are.</summary>
    public List<long> Candidates(IEnumerable<GroupAsker> groups)
    {
        var candidates = new List<long>();
        foreach (var group in groups)
        {
            var start = candidates.Count;
            foreach (var member in members.AsSpan(memberStarts[group.Leader]..memberStarts[group.Leader + 1]))
                candidates.Add(ReserveChoice.Candidate(market.PositionOf(member, group.Choice), member));
            candidates.Sort(start, candidates.Count - start, null);
        }

        return candidates;
    }

    /// <summary>For every candidate, in the institution's order, whether it takes the applicant.</summary>
    public bool[] Taken(int institution, List<long> candidates)
    {
        var taken = new bool[candidates.Count];
        ReserveChoice.Take(market, institution, candidates, taken);
        return taken;
    }

    /// <summary>Whether of these candidates the institution takes all of some groups, known by their leaders.</summary>
    public bool AreTaken(int institution, List<long> candidates, Func<int, bool> groups)
    {
        var taken = Taken(institution, candidates);
        for (var place = 0; place < taken.Length; place++)
            if (!taken[place] && groups(Leaders[ReserveChoice.ApplicantOf(candidates[place])]))
                return false;
        return true;
    }

    /// <summary>Those who are at an institution or would rather be, alone; if those are all whom it chooses who are there already, nobody alone is passed over.</summary>
    public bool IsHereOrWantsAlone(GroupAsker asker) => IsHere(asker) || (Sizes[asker.Leader] == 1 && Wants(asker));

    /// <summary>The leaders of whom an institution takes at least one of these candidates.</summary>
    public IEnumerable<int> LeadersTaken(int institution, List<long> candidates)
    {
        var taken = Taken(institution, candidates);
        return candidates.Where((_, place) => taken[place]).Select(candidate => Leaders[ReserveChoice.ApplicantOf(candidate)]);
    }

    /// <summary>Whether nobody who would rather go there would be taken if others gave way.</summary>
    public bool IsStable(int institution)
    {
        var here = Askers[institution].Where(IsHere).ToList();
        var leaders = here.Select(asker => asker.Leader).ToHashSet();
        return LeadersTaken(institution, Candidates(Askers[institution].Where(IsHereOrWantsAlone))).All(leaders.Contains)
            && Askers[institution].Where(asker => Sizes[asker.Leader] > 1 && Wants(asker)).All(asker =>
                !AreTaken(institution, Candidates(here.Append(asker).OrderBy(other => other.Position)), leader => leader == asker.Leader));
    }

    public (int[] Choices, int[] Free) Save() => ((int[])Choices.Clone(), (int[])Free.Clone());

    public void Restore((int[] Choices, int[] Free) saved) => (Choices, Free) = ((int[])saved.Choices.Clone(), (int[])saved.Free.Clone());

    public Assignment ToAssignment() => new(market, Array.ConvertAll(Leaders, leader => Choices[leader]));
}
