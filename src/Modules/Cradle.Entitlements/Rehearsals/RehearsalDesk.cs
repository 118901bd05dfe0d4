namespace Cradle.Entitlements.Rehearsals;

/// <summary>How a run was taken.</summary>
public enum Taken
{
    /// <summary>It waits, or it was asked for before and is the same.</summary>
    Accepted,

    /// <summary>The client's other run is not over yet; that one is given.</summary>
    OneAtATime,

    /// <summary>Too many wait.</summary>
    Full,
}

/// <summary>Where runs are handed in, looked up and kept. One at a time for each client, a bounded queue for all.</summary>
public sealed class RehearsalDesk(RehearsalLimits limits)
{
    private readonly Lock _lock = new();
    private readonly LinkedList<RehearsalJob> _jobs = [];
    private readonly SemaphoreSlim _waiting = new(0);

    public RehearsalLimits Limits => limits;

    /// <summary>Hands a run in.</summary>
    public (Taken Taken, RehearsalJob? Job) Submit(RehearsalRequest request)
    {
        lock (_lock)
        {
            if (_jobs.FirstOrDefault(job => job.Request.Key == request.Key && job.Request.Client == request.Client) is { } same)
                return (Taken.Accepted, same);
            if (_jobs.FirstOrDefault(job => !job.IsOver && job.Request.Client == request.Client) is { } other)
                return (Taken.OneAtATime, other);
            if (_jobs.Count(job => job.State == JobState.Waiting) >= limits.Waiting)
                return (Taken.Full, null);
            var job = new RehearsalJob(request);
            _jobs.AddLast(job);
            Forget();
            _waiting.Release();
            return (Taken.Accepted, job);
        }
    }

    /// <summary>A run by its id; null where it was never there or is kept no longer.</summary>
    public RehearsalJob? Find(string id)
    {
        lock (_lock)
            return _jobs.FirstOrDefault(job => job.Id == id);
    }

    /// <summary>How many wait before a run.</summary>
    public int Before(RehearsalJob job)
    {
        lock (_lock)
            return _jobs.TakeWhile(other => other != job).Count(other => !other.IsOver);
    }

    /// <summary>The next run, when there is one.</summary>
    internal async Task<RehearsalJob> NextAsync(CancellationToken stopping)
    {
        while (true)
        {
            await _waiting.WaitAsync(stopping);
            lock (_lock)
                if (_jobs.FirstOrDefault(job => job.State == JobState.Waiting) is { } job && job.Begin())
                    return job;
        }
    }

    private void Forget()
    {
        for (var node = _jobs.First; node is not null && _jobs.Count(job => job.IsOver) > limits.Kept;)
        {
            var next = node.Next;
            if (node.Value.IsOver)
            {
                _jobs.Remove(node);
                node.Value.Dispose();
            }

            node = next;
        }
    }
}
