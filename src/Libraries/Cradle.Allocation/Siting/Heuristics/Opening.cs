using Cradle.Allocation.Siting.Bounds;

namespace Cradle.Allocation.Siting.Heuristics;

/// <summary>Makes an open set that meets the rows and the least number of sites, following a wish for each option.</summary>
internal static class Opening
{
    /// <summary>Opens what must be, then the options wished for most, then what the rows still need.</summary>
    /// <param name="set">An empty set.</param>
    /// <param name="problem">The problem.</param>
    /// <param name="wishes">The greater, the sooner opened; options at or below 0 are opened only when needed.</param>
    /// <param name="eager">Opens every wished option that is permitted, not only until all rows are met.</param>
    /// <returns>Whether the set is complete.</returns>
    public static bool Fill(OpenSet set, Problems.SitingProblem problem, double[] wishes, bool eager)
    {
        var order = Enumerable.Range(0, wishes.Length).OrderByDescending(option => wishes[option]).ThenBy(option => problem.OpeningCosts[option]).ToArray();
        foreach (var option in order)
            if (set.Decisions.Options[option] == OptionState.Open && !set.Contains(option))
                set.Open(option);
        foreach (var option in order)
            if (problem.IsRequired(problem.LocationOf(option)) && set.SameLocation(option) < 0 && set.Decisions.Options[option] != OptionState.Closed)
                set.Open(option);
        foreach (var option in order)
        {
            if (!eager && set.IsComplete)
                break;
            if (wishes[option] > 0 && !set.Contains(option) && set.Permits(option, -1))
                set.Open(option);
        }

        return Repair(set, problem, order);
    }

    private static bool Repair(OpenSet set, Problems.SitingProblem problem, int[] order)
    {
        while (!set.IsComplete)
        {
            var lack = set.Lack();
            int best = -1, replaced = -1;
            var most = lack > 0 ? 1e-12 : -1;
            foreach (var option in order)
            {
                var same = set.SameLocation(option);
                if (same == option || !set.Permits(option, same))
                    continue;
                var gain = (lack - set.Lack(option, same)) / (1 + problem.OpeningCosts[option]);
                if (gain > most)
                    (best, replaced, most) = (option, same, gain);
            }

            if (best < 0)
                return false;
            if (replaced >= 0)
                set.Close(replaced);
            set.Open(best);
        }

        return true;
    }
}
