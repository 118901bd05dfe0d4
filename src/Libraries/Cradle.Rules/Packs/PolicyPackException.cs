using Cradle.Rules.Syntax;

namespace Cradle.Rules.Packs;

/// <summary>A pack that cannot be used; the message holds every finding with file, line, column and remedy.</summary>
public sealed class PolicyPackException(IReadOnlyCollection<Diagnostic> diagnostics)
    : InvalidOperationException("The policy pack has errors:" + Environment.NewLine + string.Join(Environment.NewLine, diagnostics))
{
    /// <summary>The findings.</summary>
    public IReadOnlyCollection<Diagnostic> Diagnostics { get; } = diagnostics;
}
