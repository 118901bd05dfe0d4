using Cradle.Platform.Drafts;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Calculator;

/// <summary>Shared lists under random ids; they expire after 30 days, or when the browser that shared them takes them back. That browser knows them by a cookie of the same age.</summary>
public sealed class SharedLists(DraftStore store)
{
    private const string CookieName = "cradle.shared";
    private const string Kind = "entitlements.shared";
    private const int MostKnown = 5;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    public async Task<string> AddAsync(HttpContext context, SharedList list)
    {
        var (draft, error) = await store.CreateAsync(Kind, list.Write(), Lifetime, context.RequestAborted);
        var id = draft?.Id.ToString("N") ?? throw new InvalidOperationException($"The list could not be kept: {error}");
        Keep(context, [id, .. Known(context).Take(MostKnown - 1)]);
        return id;
    }

    public async Task<SharedList?> FindAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "N", out var key) && await store.ReadAsync(key, Kind, cancellation) is { } draft ? SharedList.Read(draft.Json) : null;

    /// <summary>The lists that this browser has shared and that are still there, the latest first.</summary>
    public async Task<IReadOnlyList<(string Id, SharedList List)>> OwnAsync(HttpContext context)
    {
        var own = new List<(string, SharedList)>();
        foreach (var id in Known(context))
        {
            if (await FindAsync(id, context.RequestAborted) is { } list)
                own.Add((id, list));
        }

        return own;
    }

    public static bool IsOwn(HttpContext context, string id) => Known(context).Contains(id);

    /// <summary>Takes a list back; only for the browser that shared it.</summary>
    public async Task RevokeAsync(HttpContext context, string id)
    {
        if (!IsOwn(context, id))
            return;
        await store.DeleteAsync(Guid.ParseExact(id, "N"), context.RequestAborted);
        Keep(context, [.. Known(context).Where(known => known != id)]);
    }

    private static List<string> Known(HttpContext context) =>
        [.. (context.Request.Cookies[CookieName] ?? "").Split('.').Where(id => Guid.TryParseExact(id, "N", out _)).Distinct().Take(MostKnown)];

    private static void Keep(HttpContext context, IReadOnlyList<string> ids) =>
        context.Response.Cookies.Append(CookieName, string.Join('.', ids), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = Lifetime });
}
