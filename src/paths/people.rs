//! Addresses of signing in, of officers, of what explains the site, and for those who run it.

addresses! {
    /// The first page: whatever the officer works on.
    Home("/");
    /// What is on its way this morning.
    Morning("/morning");
    /// A year at a glance (`?year=&province=`).
    Year("/year");
    /// What words find: circulars, offices, schools (`?q=`).
    Search("/search");
    /// Signing in.
    SignIn("/sign-in");
    /// Signing out.
    SignOut("/sign-out");
    /// The language of the pages.
    Language("/language");
    /// The digits of Thai pages.
    Digits("/digits");
    /// The office acted for.
    SessionOffice("/sessions/office");
    /// The guide to the post acted in.
    Guide("/guide");
    /// Officers of the own office.
    Officers("/officers");
    /// Where an invited officer sets a password.
    Invitation("/invitations/{token}", token: String);
    /// What states and evidence mean.
    Help("/help");
    /// The privacy notice.
    Privacy("/privacy");
    /// A file that pages are built with.
    Static("/static/{file}", file: String);
    /// A font.
    StaticFont("/static/fonts/{file}", file: String);
    /// Whether the program is alive.
    Healthz("/healthz");
    /// Whether it can serve.
    Readyz("/readyz");
    /// Figures for monitoring, as Prometheus reads them.
    Metrics("/metrics");
}
