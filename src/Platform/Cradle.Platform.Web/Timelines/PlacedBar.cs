namespace Cradle.Platform.Web.Timelines;

/// <summary>A bar with its place. The second person's bars have the second tone.</summary>
internal sealed record PlacedBar(TimelineKind Kind, double X, double Y, double Width, double Height, bool IsSecond, bool IsEndless);
