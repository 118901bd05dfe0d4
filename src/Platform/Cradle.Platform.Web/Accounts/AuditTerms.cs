using System.Collections.Frozen;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Platform.Web.Accounts;

/// <summary>What a code of the audit log is called: an act, a kind of thing that was acted on, a process, an outcome, a protected field.</summary>
/// <param name="Code">As the log keeps it.</param>
/// <param name="Text">As people read it.</param>
public sealed record AuditTerm(string Code, Words Text);

/// <summary>Registration of words by modules.</summary>
public static class AuditTermRegistration
{
    public static IServiceCollection AddAuditTerms(this IServiceCollection services, params IEnumerable<AuditTerm> terms)
    {
        foreach (var term in terms)
            services.AddSingleton(term);
        return services;
    }
}

/// <summary>The words of the audit log; a test finds every code that can be written and asks for its words here.</summary>
public sealed class AuditTerms(IEnumerable<AuditTerm> named)
{
    private readonly FrozenDictionary<string, Words> words =
        AuditVocabulary.All.Concat(named).GroupBy(term => term.Code, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.Last().Text, StringComparer.Ordinal);

    /// <summary>The words of a code; an entry of an older version may have one that nobody names any more, and that stands as it is.</summary>
    public string Of(string code) => Find(code)?.ToString() ?? code;

    /// <summary>The words of a code; null where nobody named it.</summary>
    public Words? Find(string code) => words.TryGetValue(code, out var text) ? text : null;

    /// <summary>Several codes in one line.</summary>
    public string Of(IEnumerable<string> codes) => string.Join(Wording.Say("、", ", "), codes.Select(Of));

    /// <summary>The codes that a word stands for: what a reader who types the word means.</summary>
    public IReadOnlyList<string> CodesOf(string typed) => [.. words.Where(pair => pair.Value.Zh.Contains(typed, StringComparison.Ordinal) || pair.Value.En.Contains(typed, StringComparison.OrdinalIgnoreCase)).Select(pair => pair.Key).Append(typed)];
}
