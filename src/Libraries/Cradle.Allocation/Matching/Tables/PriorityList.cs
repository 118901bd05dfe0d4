using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>Reads priority lists one after another, <c>A B=C D</c>: those joined by an equals sign in the order of their lots.</summary>
internal sealed class PriorityList(IdTable applicants, ulong[]? lots)
{
    private readonly int[] listedBy = new int[applicants.Count];
    private readonly List<int> equals = [];

    /// <summary>Calls with applicant, institution and position for everybody on the list; gives what is wrong with it.</summary>
    public List<string> Read(ReadOnlySpan<char> list, int institution, Action<int, int, int> place)
    {
        var problems = new List<string>();
        var next = 0;
        while (!list.IsEmpty)
        {
            var end = list.IndexOfAny(' ', '=');
            var id = end < 0 ? list : list[..end];
            var isEqualToNext = end >= 0 && list[end] == '=';
            list = end < 0 ? [] : list[(end + 1)..];
            if (id.IsEmpty)
                continue;
            var applicant = applicants.NumberOf(id);
            if (applicant < 0)
                problems.Add($"'{id}' is no applicant");
            else if (listedBy[applicant] == institution + 1)
                problems.Add($"'{id}' is named twice");
            else
                equals.Add(applicant);
            if (applicant >= 0)
                listedBy[applicant] = institution + 1;
            if (!isEqualToNext)
                Place();
        }

        Place();
        return problems;

        void Place()
        {
            if (equals.Count > 1)
                equals.Sort((a, b) => lots![a].CompareTo(lots[b]));
            foreach (var equal in equals)
                place(equal, institution, next++);
            equals.Clear();
        }
    }
}
