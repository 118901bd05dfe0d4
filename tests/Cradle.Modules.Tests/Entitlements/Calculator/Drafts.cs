using System.Text.Json.Nodes;
using Cradle.Entitlements.Policies;
using Cradle.Platform.Drafts;
using Microsoft.Extensions.DependencyInjection;

namespace Cradle.Modules.Tests.Entitlements.Calculator;

/// <summary>Drafts as the site keeps them, written and read behind its back.</summary>
internal static class Drafts
{
    private const string Kind = "entitlements.family";

    public static PolicyLibrary LibraryOf(CradleSite site) => site.Services.GetRequiredService<PolicyLibrary>();

    /// <summary>Keeps a family and gives the id that the cookie carries.</summary>
    public static async Task<string> KeepAsync(CradleSite site, string family, string asked = "[]")
    {
        using var scope = site.Services.CreateScope();
        var (draft, error) = await scope.ServiceProvider.GetRequiredService<DraftStore>()
            .CreateAsync(Kind, $$"""{"family":{{family}},"asked":{{asked}},"skipped":[]}""", cancellationToken: TestContext.Current.CancellationToken);
        Assert.Null(error);
        return draft!.Id.ToString("N");
    }

    /// <summary>The family of a draft; null when the draft is gone.</summary>
    public static async Task<JsonNode?> FamilyAsync(CradleSite site, string id)
    {
        using var scope = site.Services.CreateScope();
        var draft = await scope.ServiceProvider.GetRequiredService<DraftStore>().ReadAsync(Guid.ParseExact(id, "N"), Kind, TestContext.Current.CancellationToken);
        return draft is null ? null : JsonNode.Parse(draft.Json)!["family"];
    }

    /// <summary>The value at a path of the JSON contract.</summary>
    public static JsonNode? At(JsonNode? family, string path)
    {
        foreach (var part in path.Replace("[", ".", StringComparison.Ordinal).Replace("]", "", StringComparison.Ordinal).Split('.'))
            family = family is JsonArray list ? list[int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)] : family?[part];
        return family;
    }
}
