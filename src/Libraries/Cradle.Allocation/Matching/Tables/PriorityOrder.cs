using Cradle.Allocation.Input;
using Cradle.Allocation.Matching.Markets;

namespace Cradle.Allocation.Matching.Tables;

/// <summary>Turns the lists and scores of institutions into the position of every preference, institution by institution.</summary>
internal sealed class PriorityOrder
{
    private readonly IdTable applicants;
    private readonly IdTable institutions;
    private readonly JaggedInts preferences;
    private readonly Scoring scoring;
    private readonly int seed;
    private readonly int[] listedBy;
    private readonly List<int> scored = [];
    private readonly List<int> equals = [];
    private int next;

    public PriorityOrder(IdTable applicants, IdTable institutions, JaggedInts preferences, Scoring scoring, int seed)
    {
        this.applicants = applicants;
        this.institutions = institutions;
        this.preferences = preferences;
        this.scoring = scoring;
        this.seed = seed;
        listedBy = new int[applicants.Count];
        Array.Fill(listedBy, -1);
        Positions = new int[preferences.Total];
        Array.Fill(Positions, Market.NotAcceptable);
    }

    public int[] Positions { get; }

    /// <summary>The lots, drawn only when something is equal.</summary>
    public ulong[]? Lots { get; private set; }

    /// <summary>The institution that comes next.</summary>
    public int Institution { get; private set; }

    public long NotListed { get; private set; }

    public void AddScored() => scored.Add(Institution++);

    public void AddList(CsvRow row, ReadOnlySpan<char> list)
    {
        next = 0;
        while (!list.IsEmpty)
        {
            var end = list.IndexOfAny(' ', '=');
            var id = end < 0 ? list : list[..end];
            var isEqual = end >= 0 && list[end] == '=';
            list = end < 0 ? [] : list[(end + 1)..];
            if (id.IsEmpty)
                continue;
            var applicant = applicants.NumberOf(id);
            if (applicant < 0)
                row.Problem("priority", $"'{id}' is no applicant");
            else if (listedBy[applicant] == Institution)
                row.Problem("priority", $"'{id}' is named twice");
            else
                Place(applicant, isEqual);
        }

        Institution++;
    }

    /// <summary>Orders the scored institutions, whose applicants are known only now, and counts those whom lists leave out.</summary>
    public void Finish()
    {
        if (scored.Count > 0)
            OrderByScore();
        NotListed = Positions.LongCount(position => position == Market.NotAcceptable);
    }

    private void Place(int applicant, bool isEqualToNext)
    {
        listedBy[applicant] = Institution;
        if (!isEqualToNext && equals.Count == 0)
        {
            SetPosition(applicant, Institution, next++);
            return;
        }

        equals.Add(applicant);
        if (isEqualToNext)
            return;
        Lots ??= Tables.Lots.Draw(applicants, seed);
        equals.Sort((a, b) => Lots[a].CompareTo(Lots[b]));
        foreach (var equal in equals)
            SetPosition(equal, Institution, next++);
        equals.Clear();
    }

    private void SetPosition(int applicant, int institution, int position)
    {
        var choice = preferences[applicant].IndexOf(institution);
        if (choice >= 0)
            Positions[preferences.StartOf(applicant) + choice] = position;
    }

    private void OrderByScore()
    {
        Lots ??= Tables.Lots.Draw(applicants, seed);
        var asking = new List<int>?[institutions.Count];
        foreach (var institution in scored)
            asking[institution] = [];
        for (var applicant = 0; applicant < applicants.Count; applicant++)
            foreach (var institution in preferences[applicant])
                asking[institution]?.Add(applicant);
        Parallel.ForEach(scored, institution =>
        {
            var askers = asking[institution]!.ToArray();
            var keys = Array.ConvertAll(askers, applicant => (-scoring.Points(applicant, institution), Lots[applicant], applicant));
            Array.Sort(keys, askers);
            for (var place = 0; place < askers.Length; place++)
                SetPosition(askers[place], institution, place);
        });
    }
}
