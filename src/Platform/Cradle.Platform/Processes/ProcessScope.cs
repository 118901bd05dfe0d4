using Cradle.Platform.Access;

namespace Cradle.Platform.Processes;

/// <summary>The process of this scope: a request, a job's round or the handling of one message.</summary>
public sealed class ProcessScope
{
    private ProcessContext? current;

    /// <summary>The process that has begun.</summary>
    /// <exception cref="InvalidOperationException">None has: a write without an author is a mistake of the caller.</exception>
    public ProcessContext Current =>
        current ?? throw new InvalidOperationException("Nothing may be written before a process has begun: call ProcessScope.Begin with who acts and why.");

    /// <summary>Begins a process; a scope has one.</summary>
    /// <exception cref="InvalidOperationException">Another has begun in this scope.</exception>
    public void Begin(ProcessContext context)
    {
        if (current is not null && current != context)
        {
            throw new InvalidOperationException($"The process {current.Process} has begun in this scope; {context.Process} needs one of its own.");
        }

        current = context;
    }

    /// <summary>Says for whom the actor acts, where somebody helps at a counter or acts for a child; both are recorded.</summary>
    public void ActFor(Actor other) => current = Current with { OnBehalfOf = other };

    /// <summary>Says in which role the actor acts, where the way is open to several: the log then names the place.</summary>
    internal void ActIn(HeldRole role) => current = Current with { Division = role.Division, Unit = role.Unit };
}
