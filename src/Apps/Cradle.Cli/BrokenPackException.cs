using Cradle.Cli.Policies;
using Cradle.Rules.Syntax;

namespace Cradle.Cli;

/// <summary>The pack has errors, so nothing may be answered from it; all of them are listed, as <c>cradle policy check</c> lists them.</summary>
internal sealed class BrokenPackException(PolicyFolder folder, IEnumerable<Diagnostic> diagnostics) : Exception("The policy pack has errors.")
{
    public void Report(bool json)
    {
        var findings = diagnostics.Select(finding => new FindingView(folder, finding)).ToList();
        foreach (var finding in findings)
            Console.Error.WriteLine(finding);
        Console.Error.WriteLine($"The policies in {folder.Path} cannot be used: {findings.Count(finding => finding.Severity == "error")} errors.");
        if (json)
            JsonOutput.Write(new { Findings = findings });
    }
}
