using Cradle.Entitlements.Policies;
using Cradle.Rules.Facts;
using Cradle.Rules.Packs;

namespace Cradle.Entitlements.Calculator;

/// <summary>Something in the answers that is hardly so, and the question where it can be put right.</summary>
/// <param name="Reason">What seems wrong.</param>
/// <param name="Question">The question to look at again.</param>
/// <param name="Href">Where it is asked.</param>
public sealed record Doubt(string Reason, string Question, string Href)
{
    /// <summary>What the reader of a family noticed, each thing once. Its remedies name members of the API, so a page points to the question instead.</summary>
    public static IReadOnlyList<Doubt> Of(Calculation calculation, Vocabulary vocabulary) =>
        [.. calculation.Reading.Warnings.Select(warning => Of(warning, vocabulary)).DistinctBy(doubt => doubt.Reason)];

    private static Doubt Of(FactProblem warning, Vocabulary vocabulary)
    {
        var reason = warning.Reason.In(PolicyLibrary.Language);
        // children that are missing from the list are added where their number is asked
        var at = warning.Code == "twinsListed" ? "children" : warning.Path.Replace("dueDate", "birthDate", StringComparison.Ordinal);
        return FactPathReader.TryRead(vocabulary, at, out var path)
            ? new Doubt(reason, Questions.Text(path, PolicyLibrary.Language), EntitlementsLinks.Change(path))
            : new Doubt(reason, Platform.Web.Wording.Say("我的答案", "My answers"), EntitlementsLinks.Answers);
    }
}
