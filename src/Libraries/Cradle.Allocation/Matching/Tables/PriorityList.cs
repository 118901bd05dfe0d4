using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>
/// Reads priority lists one after another, <c>A B=C D</c>: those joined by an equals sign in the order of their lots. Ids are first sought among the few who
/// ask the institution, in a table that stays in the processor's cache, and only then among all applicants.
/// </summary>
internal sealed class PriorityList(IdTable applicants, ulong[]? lots)
{
    private readonly List<(int Applicant, int Preference)> equals = [];
    private readonly HashSet<int> others = [];
    private int[] slots = [];
    private bool[] isNamed = [];

    /// <summary>Sets the position of everybody on the list who asks the institution; gives what is wrong with the list.</summary>
    public List<string> Read(ReadOnlySpan<char> list, ReadOnlySpan<Asker> askers, int[] positions)
    {
        var problems = new List<string>();
        var next = 0;
        Prepare(askers);
        while (!list.IsEmpty)
        {
            var end = list.IndexOfAny(' ', '=');
            var id = end < 0 ? list : list[..end];
            var isEqualToNext = end >= 0 && list[end] == '=';
            list = end < 0 ? [] : list[(end + 1)..];
            if (id.IsEmpty)
                continue;
            var place = slots[SlotOf(IdTable.Hash(id), id, askers)] - 1;
            var applicant = place < 0 ? applicants.NumberOf(id) : askers[place].Applicant;
            if (applicant < 0)
                problems.Add($"'{id}' is no applicant; correct it or take it off the list");
            else if (place < 0 ? !others.Add(applicant) : isNamed[place])
                problems.Add($"'{id}' is named twice; name it once");
            else
                equals.Add((applicant, place < 0 ? -1 : askers[place].Preference));
            if (place >= 0)
                isNamed[place] = true;
            if (!isEqualToNext)
                Place();
        }

        Place();
        return problems;

        void Place()
        {
            if (equals.Count > 1)
                equals.Sort((a, b) => lots![a.Applicant].CompareTo(lots[b.Applicant]));
            foreach (var (_, preference) in equals)
            {
                if (preference >= 0)
                    positions[preference] = next;
                next++;
            }

            equals.Clear();
        }
    }

    private void Prepare(ReadOnlySpan<Asker> askers)
    {
        slots = new int[System.Numerics.BitOperations.RoundUpToPowerOf2((uint)(2 * askers.Length) + 1)];
        isNamed = new bool[askers.Length];
        others.Clear();
        for (var place = 0; place < askers.Length; place++)
        {
            var slot = (int)askers[place].Hash & (slots.Length - 1);
            while (slots[slot] != 0)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = place + 1;
        }
    }

    private int SlotOf(uint hash, ReadOnlySpan<char> id, ReadOnlySpan<Asker> askers)
    {
        var slot = (int)hash & (slots.Length - 1);
        while (slots[slot] != 0 && !(askers[slots[slot] - 1].Hash == hash && applicants.TextOf(askers[slots[slot] - 1].Applicant).SequenceEqual(id)))
            slot = (slot + 1) & (slots.Length - 1);
        return slot;
    }
}
