using Cradle.Platform.Drafts;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Calculator;

/// <summary>A link as it was found: the list, or that it was there and was taken back.</summary>
public sealed record SharedLink(SharedList? List)
{
    public bool IsEnded => List is null;
}

/// <summary>
/// Shared lists under random ids; they expire after 30 days, or end when the browser that shared them takes them back or shares one too many. That browser knows them
/// by a cookie of the same age. Of an ended list nothing is kept but that it was there, so that its link can say so.
/// </summary>
public sealed class SharedLists(DraftStore store)
{
    private const string CookieName = "cradle.shared";
    private const string Kind = "entitlements.shared";
    private const string Ended = "null";

    /// <summary>How many links a browser keeps; the oldest ends when another is made.</summary>
    public const int MostKept = 5;

    public static TimeSpan Lifetime { get; } = TimeSpan.FromDays(30);

    public async Task<string> AddAsync(HttpContext context, SharedList list)
    {
        var (draft, error) = await store.CreateAsync(Kind, list.Write(), Lifetime, context.RequestAborted);
        var id = draft?.Id.ToString("N") ?? throw new InvalidOperationException($"The list could not be kept: {error}");
        List<string> known = [id, .. Known(context)];
        foreach (var oldest in known.Skip(MostKept))
            await EndAsync(oldest, context.RequestAborted);
        Keep(context, [.. known.Take(MostKept)]);
        return id;
    }

    /// <summary>What a link leads to; null where there never was one, or longer ago than it is kept.</summary>
    public async Task<SharedLink?> FindAsync(string id, CancellationToken cancellation) =>
        Guid.TryParseExact(id, "N", out var key) && await store.ReadAsync(key, Kind, cancellation) is { } draft ? new SharedLink(draft.Json == Ended ? null : SharedList.Read(draft.Json)) : null;

    /// <summary>The lists that this browser has shared and that are still there, the latest first.</summary>
    public async Task<IReadOnlyList<(string Id, SharedList List)>> OwnAsync(HttpContext context)
    {
        var own = new List<(string, SharedList)>();
        foreach (var id in Known(context))
        {
            if (await FindAsync(id, context.RequestAborted) is { List: { } list })
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
        await EndAsync(id, context.RequestAborted);
        Keep(context, [.. Known(context).Where(known => known != id)]);
    }

    private async Task EndAsync(string id, CancellationToken cancellation)
    {
        if (await store.ReadAsync(Guid.ParseExact(id, "N"), Kind, cancellation) is { } draft)
            await store.SaveAsync(draft.Id, Kind, Ended, draft.Version, Lifetime, cancellation);
    }

    private static List<string> Known(HttpContext context) =>
        [.. (context.Request.Cookies[CookieName] ?? "").Split('.').Where(id => Guid.TryParseExact(id, "N", out _)).Distinct().Take(MostKept)];

    private static void Keep(HttpContext context, IReadOnlyList<string> ids) =>
        context.Response.Cookies.Append(CookieName, string.Join('.', ids), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true, MaxAge = Lifetime });
}
