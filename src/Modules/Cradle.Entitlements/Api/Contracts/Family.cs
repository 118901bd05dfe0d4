namespace Cradle.Entitlements.Api.Contracts;

/// <summary>
/// A family as the API takes it. The members come from the vocabulary of the packs, so the type is empty here and its schema is written by
/// <see cref="OpenApi.FamilySchema"/>; bodies are read by the rules' own reader.
/// </summary>
public sealed record Family;
