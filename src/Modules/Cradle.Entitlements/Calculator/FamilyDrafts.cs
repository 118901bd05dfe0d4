using Cradle.Platform.Drafts;
using Microsoft.AspNetCore.Http;

namespace Cradle.Entitlements.Calculator;

/// <summary>The draft of the family in front of this browser. The cookie holds a random id only; the answers stay on the server, protected, and expire.</summary>
public sealed class FamilyDrafts(DraftStore store)
{
    private const string CookieName = "cradle.draft";
    private const string Kind = "entitlements.family";
    private const int Attempts = 3;

    /// <summary>Where a browser begins that has no draft; one that had a draft is told that it is gone.</summary>
    public string Start(HttpContext context) => context.Request.Cookies.ContainsKey(CookieName) ? EntitlementsLinks.Gone : EntitlementsLinks.Start;

    public async Task<FamilyDraft?> CurrentAsync(HttpContext context) =>
        await ReadAsync(context) is { } content ? FamilyDraft.Read(content.Json) : null;

    /// <summary>Begins anew with a draft; an earlier one of this browser is deleted.</summary>
    public async Task StartAsync(HttpContext context, FamilyDraft draft)
    {
        await ForgetAsync(context);
        var (created, error) = await store.CreateAsync(Kind, draft.Write(), cancellationToken: context.RequestAborted);
        if (created is null)
            throw new InvalidOperationException($"The draft could not be kept: {error}");
        context.Response.Cookies.Append(CookieName, created.Id.ToString("N"), new CookieOptions { HttpOnly = true, SameSite = SameSiteMode.Lax, Secure = context.Request.IsHttps, IsEssential = true });
    }

    /// <summary>Applies a change to the draft as it is now; when another window was quicker, to what that window left. False when the draft is gone.</summary>
    public async Task<bool> ChangeAsync(HttpContext context, Func<FamilyDraft, FamilyDraft> change)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
        {
            if (await ReadAsync(context) is not { } content)
                return false;
            var (_, error) = await store.SaveAsync(content.Id, Kind, change(FamilyDraft.Read(content.Json)).Write(), content.Version, cancellationToken: context.RequestAborted);
            if (error is null)
                return true;
        }

        return false;
    }

    public async Task ForgetAsync(HttpContext context)
    {
        if (IdOf(context) is { } id)
            await store.DeleteAsync(id, context.RequestAborted);
        context.Response.Cookies.Delete(CookieName);
    }

    private async Task<DraftContent?> ReadAsync(HttpContext context) => IdOf(context) is { } id ? await store.ReadAsync(id, Kind, context.RequestAborted) : null;

    private static Guid? IdOf(HttpContext context) => Guid.TryParseExact(context.Request.Cookies[CookieName], "N", out var id) ? id : null;
}
