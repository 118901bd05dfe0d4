using Cradle.Rules.Syntax;

namespace Cradle.Cli.Policies;

/// <summary>One finding as the command line prints it.</summary>
internal sealed record FindingView(string Severity, string Code, string File, int Line, int Column, string Message, string Remedy)
{
    public FindingView(PolicyFolder folder, Diagnostic finding)
        : this(
            finding.Severity == Rules.Syntax.Severity.Error ? "error" : "warning", finding.Code,
            folder.PathOf(finding.Position), finding.Position.Line, finding.Position.Column, finding.Message, finding.Remedy)
    {
    }

    public override string ToString() => $"{File}({Line},{Column}): {Severity} {Code}: {Message} {Remedy}";
}
