using Cradle.Cli.Policies;
using Cradle.Rules.Review;

namespace Cradle.Cli;

/// <summary>The pack has errors, so nothing may be answered from it; all of them are listed.</summary>
internal sealed class BrokenPackException(PolicyFolder folder) : Exception("The policy pack has errors.")
{
    public void Report(bool json)
    {
        // what the check says of it, so that nobody mends one list to meet another
        var findings = PolicyReview.Check(folder.Pack, Options.Today).Diagnostics.Select(finding => new FindingView(folder, finding)).ToList();
        foreach (var finding in findings)
            Console.Error.WriteLine(finding);
        Console.Error.WriteLine($"The policies in {folder.Path} cannot be used: {findings.Count(finding => finding.Severity == "error")} errors.");
        if (json)
            JsonOutput.Write(new { Findings = findings });
    }
}
