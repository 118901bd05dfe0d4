using Cradle.Entitlements.Policies;
using Cradle.Platform.Web;
using Cradle.Rules.Packs;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cradle.Entitlements.Pages.Policy.Rules;

/// <summary>Every quantity, by topic.</summary>
[AllowAnonymous]
public sealed class IndexModel(PolicyLibrary library) : PageModel
{
    public int Count => library.Pack.Quantities.Count;

    public IReadOnlyList<TopicOfRules> Topics { get; } =
        [.. library.Pack.Quantities.GroupBy(quantity => quantity.Header.Topic).Select(topic => new TopicOfRules(topic.Key, [.. topic]))];

    /// <summary>The places that have a rule, with how many where it is more than one.</summary>
    public IEnumerable<string> PlacesOf(Quantity quantity) => quantity.Rules.GroupBy(rule => rule.Division).OrderBy(group => group.Key)
        .Select(group => library.NameOf(group.Key) + (group.Count() > 1 ? Wording.Say($"（{group.Count()}条）", $" ({group.Count()})") : ""));
}

public sealed record TopicOfRules(string Id, IReadOnlyList<Quantity> Quantities);
