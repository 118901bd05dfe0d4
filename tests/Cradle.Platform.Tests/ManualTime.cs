namespace Cradle.Platform.Tests;

/// <summary>A clock that moves only when told; timers that fall due fire on the way.</summary>
internal sealed class ManualTime(DateTimeOffset start) : TimeProvider
{
    private readonly Lock gate = new();
    private readonly List<ManualTimer> timers = [];
    private DateTimeOffset now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan by)
    {
        List<ManualTimer> due;
        lock (gate)
        {
            now += by;
            due = timers.FindAll(timer => timer.TakeIfDue(now));
        }

        due.ForEach(timer => timer.Fire());
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        lock (gate)
        {
            var timer = new ManualTimer(this, callback, state);
            timers.Add(timer);
            timer.Set(dueTime, period);
            return timer;
        }
    }

    private sealed class ManualTimer(ManualTime time, TimerCallback callback, object? state) : ITimer
    {
        private DateTimeOffset? next;
        private TimeSpan every;

        public void Set(TimeSpan dueTime, TimeSpan period)
        {
            next = dueTime == Timeout.InfiniteTimeSpan ? null : time.now + dueTime;
            every = period;
        }

        public bool TakeIfDue(DateTimeOffset now)
        {
            if (next is null || next > now)
            {
                return false;
            }

            next = every > TimeSpan.Zero ? now + every : null;
            return true;
        }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (time.gate)
            {
                Set(dueTime, period);
                return true;
            }
        }

        public void Dispose()
        {
            lock (time.gate)
            {
                time.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
