namespace Cradle.Cli.Benchmarks.Load;

/// <summary>How much load.</summary>
/// <param name="Seconds">How long requests arrive.</param>
/// <param name="Submissions">Forms a second: each is opened and sent.</param>
/// <param name="Reads">Pages and answers of the API a second.</param>
/// <param name="People">Families that have signed in.</param>
internal sealed record LoadPlan(int Seconds, int Submissions, int Reads, int People)
{
    private const int FewestWarmUps = 8;
    private const int MostWarmUps = 64;

    /// <summary>Rounds before the load begins: as many as forms will be sent, which for a short try are few.</summary>
    public int WarmUps => Math.Clamp(Seconds * Submissions, FewestWarmUps, MostWarmUps);
}
