namespace Cradle.Platform.Web.Timelines;

internal enum TextAnchor
{
    Start,
    Middle,
    End,
}

/// <summary>A line of text with its place: X by its anchor, Y is the base line.</summary>
internal sealed record PlacedText(string Text, double X, double Y, double Size, string Tone = "", TextAnchor Anchor = TextAnchor.Start)
{
    public double Width => TextMeasure.Width(Text, Size);

    public double Left => Anchor switch
    {
        TextAnchor.Start => X,
        TextAnchor.Middle => X - (Width / 2),
        _ => X - Width,
    };

    public double Right => Left + Width;

    public double Top => Y - Size;

    public double Bottom => Y + (Size * .25);
}
