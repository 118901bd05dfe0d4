namespace Cradle.Platform.Web.Timelines;

/// <summary>A day that readers know by name: 出生, 1 岁.</summary>
public sealed record TimelineTick(DateOnly Date, string Label);
