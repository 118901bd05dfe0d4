namespace Cradle.Allocation.Matching.Acceptance;

/// <summary>The applicants an institution holds for the moment, the last of its order on top: a heap in one slice of flat arrays.</summary>
internal ref struct HeldApplicants(Span<int> positions, Span<int> applicants, int count)
{
    private readonly Span<int> positions = positions;
    private readonly Span<int> applicants = applicants;

    public int Count { get; private set; } = count;

    public readonly int LastPosition => positions[0];

    public readonly int Last => applicants[0];

    public void Add(int applicant, int position)
    {
        var at = Count++;
        while (at > 0 && positions[(at - 1) / 2] < position)
        {
            positions[at] = positions[(at - 1) / 2];
            applicants[at] = applicants[(at - 1) / 2];
            at = (at - 1) / 2;
        }

        positions[at] = position;
        applicants[at] = applicant;
    }

    /// <summary>Puts an applicant in the place of the last one.</summary>
    public readonly void ReplaceLast(int applicant, int position)
    {
        var at = 0;
        while (true)
        {
            var child = (2 * at) + 1;
            if (child >= Count)
                break;
            if (child + 1 < Count && positions[child + 1] > positions[child])
                child++;
            if (positions[child] <= position)
                break;
            positions[at] = positions[child];
            applicants[at] = applicants[child];
            at = child;
        }

        positions[at] = position;
        applicants[at] = applicant;
    }
}
