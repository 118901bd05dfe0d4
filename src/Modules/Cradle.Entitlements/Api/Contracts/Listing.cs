namespace Cradle.Entitlements.Api.Contracts;

/// <summary>One page of a list.</summary>
/// <param name="Items">The items of this page.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="Size">Items a page.</param>
/// <param name="Total">Items on all pages.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Page, int Size, int Total);
