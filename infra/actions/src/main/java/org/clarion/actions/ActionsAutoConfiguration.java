package org.clarion.actions;

import org.clarion.actions.campaign.Campaigns;
import org.clarion.actions.consent.UpdatesQuestion;
import org.clarion.actions.form.FormConfiguration;
import org.clarion.actions.progress.ProgressConfiguration;
import org.clarion.actions.store.StoreConfiguration;
import org.clarion.actions.supporter.SupporterConfiguration;
import org.clarion.messaging.MessagingAutoConfiguration;
import org.clarion.totals.TotalsAutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Import;

/** Gives a service with actions where to keep them, its copy of the campaigns, what reads the forms of supporters, and numbers that move. */
@AutoConfiguration(after = {MessagingAutoConfiguration.class, TotalsAutoConfiguration.class})
@Import({
    Campaigns.class,
    FormConfiguration.class,
    UpdatesQuestion.class,
    ProgressConfiguration.class,
    SupporterConfiguration.class,
    StoreConfiguration.class
})
public class ActionsAutoConfiguration {}
