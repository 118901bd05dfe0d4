using Cradle.Platform.Lifecycles;

namespace Cradle.Departments.Requests;

/// <summary>Every way in which something with a request can fail.</summary>
public abstract record RequestError
{
    private RequestError()
    {
    }

    /// <summary>There is no such request within the officer's divisions, or of this sender.</summary>
    public sealed record Missing : RequestError;

    /// <summary>What was sent is not what the contract says.</summary>
    public sealed record Malformed(string Field) : RequestError;

    /// <summary>The move is not one that can be made now.</summary>
    public sealed record NotMoved(MoveError Why) : RequestError;
}
