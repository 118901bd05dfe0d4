using Cradle.Rules.Rehearsal;

namespace Cradle.Entitlements.Rehearsals;

public enum JobState
{
    Waiting,
    Running,
    Done,
    Cancelled,
    Failed,
}

/// <summary>What an analyst asks for. The key makes asking twice harmless; the client has one run at a time.</summary>
public sealed record RehearsalRequest(string Key, string Client, string Text, int Division, int Families, int Years, bool ProjectBirths, DateOnly AsOf, ulong Seed);

/// <summary>One run on this server, from the queue to its report.</summary>
public sealed class RehearsalJob(RehearsalRequest request) : IDisposable
{
    private readonly Lock _lock = new();
    private readonly CancellationTokenSource _cancellation = new();

    public string Id { get; } = Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(16));

    public RehearsalRequest Request => request;

    public JobState State { get; private set; }

    public RehearsalProgress Progress { get; private set; }

    public RehearsalReport? Report { get; private set; }

    public bool IsOver => State is JobState.Done or JobState.Cancelled or JobState.Failed;

    internal CancellationToken Cancelled => _cancellation.Token;

    /// <summary>Stops it, whether it runs or waits; one that is over stays as it is.</summary>
    public void Cancel()
    {
        lock (_lock)
        {
            if (IsOver)
                return;
            State = State == JobState.Waiting ? JobState.Cancelled : State;
            _cancellation.Cancel();
        }
    }

    /// <summary>Takes it from the queue; false where it was cancelled meanwhile.</summary>
    internal bool Begin()
    {
        lock (_lock)
        {
            if (State != JobState.Waiting)
                return false;
            State = JobState.Running;
            return true;
        }
    }

    internal void Tell(RehearsalProgress progress) => Progress = progress;

    internal void End(JobState state, RehearsalReport? report = null)
    {
        lock (_lock)
            (State, Report) = (state, report);
    }

    public void Dispose() => _cancellation.Dispose();
}
