namespace Cradle.Rules.Syntax;

/// <summary>How serious a finding is: an error stops the pack from being used, a warning does not.</summary>
public enum Severity
{
    /// <summary>Worth a look; the pack works.</summary>
    Warning,

    /// <summary>The pack cannot be used.</summary>
    Error,
}

/// <summary>One finding in a pack: where, what is wrong, and how to mend it.</summary>
/// <param name="Severity">Error or warning.</param>
/// <param name="Code">A stable code such as <c>CR102</c>, listed in docs/policy-diagnostics.md.</param>
/// <param name="Position">File, line and column.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">How to mend it.</param>
public sealed record Diagnostic(Severity Severity, string Code, SourcePosition Position, string Message, string Remedy)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Position}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message} {Remedy}";
}
